package ai.meddoc.infra.database;

/**
 * Where the rows are.
 *
 * @param secretArn RDS's own secret with the fields {@code username} and {@code password}; RDS rotates it
 * @param arn what AWS Backup is told to back up
 * @param dimension the metric's dimension that names it, with {@code identifier} as its value
 */
public record Database(String host, String secretArn, String arn, String dimension, String identifier) {

    /** The guide's name for the database. */
    public static final String NAME = "medai_db";

    /**
     * Encrypted, and the server proves who it is by a certificate of RDS's own authority.
     *
     * @param folder where the program finds that authority's file
     */
    public String url(String folder) {
        return "postgresql://" + host + ":5432/" + NAME + "?sslmode=verify-full&sslrootcert=" + folder + "/rds-ca.pem";
    }
}
