package ai.meddoc.server.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where the rows are: a SQLite file or a PostgreSQL server. */
public sealed interface DatabaseUrl {

    /** @param file created when it does not exist */
    record Sqlite(Path file) implements DatabaseUrl {}

    /** @param jdbcUrl without user and password */
    record Postgres(String jdbcUrl, String user, String password) implements DatabaseUrl {

        @Override
        public String toString() {
            return "Postgres[***]";
        }
    }

    /**
     * Reads the reference's form: {@code sqlite:///./app.db} (three slashes, then a relative or absolute path), or
     * {@code postgresql://user:password@host:5432/name?sslmode=require}; SQLAlchemy's {@code postgresql+psycopg2} too.
     *
     * @param user takes the place of the one in the URL, and {@code password} with it, when it is not empty: a secret that
     *     rotates holds the two apart
     */
    static DatabaseUrl parse(String url, String user, String password) {
        if (url.startsWith("sqlite:///") && url.length() > "sqlite:///".length()) {
            return sqlite(url.substring("sqlite:///".length()));
        }
        if (url.startsWith("postgresql://") || url.startsWith("postgres://") || url.startsWith("postgresql+")) {
            return postgres(url.substring(url.indexOf("://")), user, password);
        }
        throw wrong();
    }

    private static Sqlite sqlite(String path) {
        try {
            return new Sqlite(Path.of(path));
        } catch (InvalidPathException e) {
            throw wrong();
        }
    }

    private static Postgres postgres(String rest, String user, String password) {
        try {
            URI uri = new URI("postgresql" + rest);
            String login = uri.getRawUserInfo();
            if (uri.getHost() == null
                    || (login == null && user.isEmpty())
                    || uri.getPath() == null
                    || uri.getPath().length() < 2) {
                throw wrong();
            }
            int port = uri.getPort() < 0 ? 5432 : uri.getPort();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String jdbc = "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query;
            return login == null || !user.isEmpty() ? new Postgres(jdbc, user, password) : withLogin(jdbc, login);
        } catch (URISyntaxException e) {
            throw wrong();
        }
    }

    private static Postgres withLogin(String jdbc, String login) {
        int colon = login.indexOf(':');
        String user = decoded(colon < 0 ? login : login.substring(0, colon));
        return new Postgres(jdbc, user, colon < 0 ? "" : decoded(login.substring(colon + 1)));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Never shows the value: it holds a password. */
    private static SettingsException wrong() {
        return new SettingsException(
                "DB_URL must be sqlite:///PATH or postgresql://USER:PASSWORD@HOST:PORT/NAME (special characters in the"
                        + " password percent-encoded)");
    }
}
