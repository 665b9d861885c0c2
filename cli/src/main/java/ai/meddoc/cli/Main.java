package ai.meddoc.cli;

/** Where the command line starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("meddoc 0.1.0");
    }
}
