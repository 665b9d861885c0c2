package ai.meddoc.server;

import ai.meddoc.claude.Claude;
import ai.meddoc.claude.ClaudeSettings;
import ai.meddoc.engine.ClinicalEngine;
import ai.meddoc.engine.LocalEngine;
import ai.meddoc.extract.TextExtractor;
import ai.meddoc.pdf.child.ChildTextExtractor;
import ai.meddoc.server.audit.AuditFiles;
import ai.meddoc.server.audit.AuditKey;
import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.server.blobs.BlobStores;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Databases;
import ai.meddoc.server.settings.ClaudeSwitch;
import ai.meddoc.server.settings.Environment;
import ai.meddoc.server.settings.Settings;
import ai.meddoc.server.settings.SettingsException;
import ai.meddoc.terminology.Icd10CmReleases;
import ai.meddoc.terminology.ReleaseFormatException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/** What is made once and shared. */
@Singleton
public final class Wiring {

    private static final Logger LOG = Logger.getLogger("meddoc");
    private static final List<CoercionInputShape> NOT_TEXT =
            List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean);

    @Produces
    @Singleton
    Settings settings() {
        return Settings.read(Environment.here());
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    Database database(Settings settings) {
        return Databases.open(settings.database());
    }

    void close(@Disposes Database database) {
        database.close();
    }

    @Produces
    @Singleton
    BlobStore blobs(Settings settings) {
        try {
            return BlobStores.open(settings);
        } catch (IOException e) {
            throw new SettingsException("STORAGE_DIR cannot be made or written");
        }
    }

    @Produces
    @Singleton
    AuditKey auditKey(Settings settings) {
        return AuditFiles.key(settings);
    }

    @Produces
    @Singleton
    Icd10CmReleases releases(Settings settings) {
        try {
            return Icd10CmReleases.bundledAnd(settings.terminologyDir());
        } catch (IOException e) {
            throw new SettingsException("TERMINOLOGY_DIR cannot be read");
        } catch (ReleaseFormatException e) {
            throw new SettingsException("TERMINOLOGY_DIR holds a damaged release: " + e.getMessage());
        }
    }

    @Produces
    @Singleton
    @Typed(LocalEngine.class)
    LocalEngine localEngine(Icd10CmReleases releases) {
        return LocalEngine.on(releases);
    }

    /** Claude where it is switched on, with the local engine for what it cannot answer. */
    @Produces
    @Singleton
    ClinicalEngine engine(LocalEngine local, InstantSource clock) {
        ClaudeSettings claude = ClaudeSwitch.read(Environment.here());
        if (!claude.enabled()) {
            return local;
        }
        Claude.warnings(claude, clock).forEach(LOG::warn);
        return Claude.engine(claude, local, cost -> LOG.infof("Claude call, %d micro-dollars", cost.microDollars()));
    }

    @Produces
    @Singleton
    TextExtractor extractor(Settings settings, ChildTextExtractor children) {
        return Extractors.within(settings, children);
    }

    @Produces
    @Singleton
    @Typed(ChildTextExtractor.class)
    ChildTextExtractor children(Settings settings) {
        return Extractors.children(settings);
    }

    void close(@Disposes ChildTextExtractor children) {
        children.close();
    }

    /** Strict where a client could be misunderstood, and never writing a time zone by name. */
    @Produces
    @Singleton
    ObjectMapperCustomizer json() {
        return mapper -> {
            for (CoercionInputShape shape : NOT_TEXT) {
                mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
            }
            mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true)
                    .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
                    .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                    .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false)
                    .configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        };
    }
}
