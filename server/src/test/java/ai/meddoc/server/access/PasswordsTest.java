package ai.meddoc.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.meddoc.server.problems.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordsTest {

    @Test
    void keepsAnArgon2HashThatOnlyThePasswordFits() {
        String hash = Passwords.hash("correct horse battery");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("horse");
        assertThat(Passwords.hash("correct horse battery")).as("salted").isNotEqualTo(hash);
        assertThat(Passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(Passwords.matches("correct horse batterz", hash)).isFalse();
        assertThat(Passwords.matches("", hash)).isFalse();
    }

    @Test
    void fitsNobodyWhereThereIsNoUser() {
        assertThat(Passwords.matches("nobody has this password", null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eleven char", "x"})
    void refusesShortOnes(String password) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Passwords.checked(password))
                .withMessageContaining("12 to 200");
    }
}
