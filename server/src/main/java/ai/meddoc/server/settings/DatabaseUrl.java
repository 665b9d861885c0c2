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
     */
    static DatabaseUrl parse(String url) {
        if (url.startsWith("sqlite:///") && url.length() > "sqlite:///".length()) {
            return sqlite(url.substring("sqlite:///".length()));
        }
        if (url.startsWith("postgresql://") || url.startsWith("postgres://") || url.startsWith("postgresql+")) {
            return postgres(url.substring(url.indexOf("://")));
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

    private static Postgres postgres(String rest) {
        try {
            URI uri = new URI("postgresql" + rest);
            String login = uri.getRawUserInfo();
            if (uri.getHost() == null
                    || login == null
                    || uri.getPath() == null
                    || uri.getPath().length() < 2) {
                throw wrong();
            }
            int colon = login.indexOf(':');
            String user = decoded(colon < 0 ? login : login.substring(0, colon));
            String password = colon < 0 ? "" : decoded(login.substring(colon + 1));
            int port = uri.getPort() < 0 ? 5432 : uri.getPort();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return new Postgres(
                    "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query, user, password);
        } catch (URISyntaxException e) {
            throw wrong();
        }
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
