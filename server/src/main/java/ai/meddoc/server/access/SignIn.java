package ai.meddoc.server.access;

import ai.meddoc.server.audit.Actor;
import ai.meddoc.server.database.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Judges names and passwords. After five wrong ones a user is locked out for a quarter of an hour. Thread-safe. */
@Singleton
final class SignIn {

    private static final Duration LOCK = Duration.ofMinutes(15);

    private final Database database;
    private final UserRows users;
    private final InstantSource clock;

    SignIn(Database database, UserRows users, InstantSource clock) {
        this.database = database;
        this.users = users;
        this.clock = clock;
    }

    /** Empty for an unknown name, a wrong password, a locked and a disabled user alike. */
    Optional<LocalUser> judge(String name, String password) {
        Optional<LocalUser> candidate = attempt(name);
        boolean matches = Passwords.matches(
                password, candidate.map(LocalUser::passwordHash).orElse(null));
        if (candidate.isEmpty() || !matches) {
            return Optional.empty();
        }
        return database.write(connection -> {
            users.succeeded(connection, candidate.get());
            return candidate;
        });
    }

    /** Whose name was given, for the trail of their tenant; of no tenant where there is nobody of that name. */
    Actor claimed(String name) {
        return database.read(connection -> users.find(connection, name))
                .map(LocalUser::actor)
                .orElse(new Actor("", name, Actor.Kind.USER));
    }

    private Optional<LocalUser> attempt(String name) {
        long now = clock.millis();
        return database.write(connection -> {
            Optional<LocalUser> user =
                    users.find(connection, name).filter(found -> !found.disabled() && found.lockedUntil() <= now);
            if (user.isPresent()) {
                users.attempt(connection, user.get(), now + LOCK.toMillis());
            }
            return user;
        });
    }
}
