package ai.meddoc.server.access;

import ai.meddoc.server.problems.ProblemException;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Argon2id with OWASP's figures: 19 MB, two passes. */
final class Passwords {

    private static final int LEAST = 12;
    private static final int MOST = 200;
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    /** Each takes 19 MB: many at once would be a way to exhaust the memory. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    /** What is compared when there is no such user, so that the time tells nothing. */
    private static final String NOBODY = hash("nobody has this password");

    private Passwords() {}

    /** Long enough, and no rule of signs: NIST SP 800-63B. */
    static String checked(@Nullable String password) {
        if (password == null || password.length() < LEAST || password.length() > MOST) {
            throw ProblemException.malformed("password must have " + LEAST + " to " + MOST + " characters.");
        }
        return password;
    }

    static String hash(String password) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
        } finally {
            AT_ONCE.release();
        }
    }

    static boolean matches(String password, @Nullable String hash) {
        AT_ONCE.acquireUninterruptibly();
        try {
            String against = hash == null ? NOBODY : hash;
            boolean same = password.length() <= MOST
                    && Password.check(password, against).with(Argon2Function.getInstanceFromHash(against));
            return same && hash != null;
        } finally {
            AT_ONCE.release();
        }
    }
}
