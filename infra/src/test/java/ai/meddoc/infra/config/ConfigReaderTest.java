package ai.meddoc.infra.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {

    private static final Path FOLDER = Path.of("environments");

    @Test
    void readsProduction() {
        EnvironmentConfig config = ConfigReader.read(FOLDER, "prod");
        assertThat(config.named("uploads")).isEqualTo("med-doc-ai-prod-uploads");
        assertThat(config.production()).isTrue();
        assertThat(config.domain().api()).isEqualTo("api." + config.domain().apex());
        assertThat(config.database().connectionsAlarm()).isEqualTo(320);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    region                  | Virginia            | must look like
                    domain.apex             | https://x.org       | must look like
                    domain.apex             |                     | is missing
                    domain.hostedZoneId     | 12                  | must look like
                    domain.countries        | usa                 | must look like
                    network.cidr            | 10.0.0.0/28         | must look like
                    network.natGateways     | 0                   | must be a whole number from 1 to 2
                    database.instanceClass  | t4g.micro           | must look like
                    database.multiAz        | yes                 | must be true or false
                    database.multiAz        | false               | must be true in prod
                    database.storageGb      | 10                  | must be a whole number from 20
                    database.maxStorageGb   | 20                  | must be at least a tenth above
                    database.backupDays     | 1                   | must be a whole number from 7 to 35
                    service.minimum         | 0                   | must be a whole number from 1
                    service.maximum         | 1                   | must be a whole number from 2
                    service.claudeModel     | gpt                 | must look like
                    service.claudeModel     | claude-sonnet-5-5   | must be the id that service.claudeBackend
                    service.claudeBackend   | vertex              | must look like
                    service.claudeBackend   | anthropic           | must be the id that service.claudeBackend
                    logs.retentionDays      | 100                 | must be one of
                    budget.monthlyUsd       | 3.5                 | must be a whole number
                    budget.email            | nobody              | must look like
                    delivery.repository     | med-doc-ai          | must look like
                    surprise                | 1                   | unknown surprise
                    """)
    void saysInOneLineWhatIsWrong(String name, String value, String must) throws IOException {
        Map<String, String> lines = production();
        lines.put(name, value == null ? "" : value);
        assertThatThrownBy(() -> ConfigReader.of("prod", lines))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("prod.properties: ")
                .hasMessageContaining(must)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "../prod", ""})
    void knowsTwoEnvironments(String name) {
        assertThatThrownBy(() -> ConfigReader.read(FOLDER, name)).hasMessage("the environment must be dev or prod");
    }

    private static Map<String, String> production() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve("prod.properties"))) {
            properties.load(reader);
        }
        Map<String, String> lines = new HashMap<>();
        properties.stringPropertyNames().forEach(n -> lines.put(n, properties.getProperty(n)));
        return lines;
    }
}
