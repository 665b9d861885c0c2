package ai.meddoc.server;

import ai.meddoc.claude.Claude;
import ai.meddoc.claude.ClaudeEngine;
import ai.meddoc.claude.ClaudeSettings;
import ai.meddoc.engine.ClinicalEngine;
import ai.meddoc.engine.LocalEngine;
import ai.meddoc.engine.RuleSet;
import ai.meddoc.extract.TextExtractor;
import ai.meddoc.pdf.child.ChildTextExtractor;
import ai.meddoc.server.analyses.Engines;
import ai.meddoc.server.audit.AuditFiles;
import ai.meddoc.server.audit.AuditKey;
import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.server.blobs.BlobStores;
import ai.meddoc.server.blobs.DirectTransfers;
import ai.meddoc.server.costs.CostBook;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Databases;
import ai.meddoc.server.problems.WholeText;
import ai.meddoc.server.sealing.SealedColumns;
import ai.meddoc.server.settings.Environment;
import ai.meddoc.server.settings.Settings;
import ai.meddoc.server.settings.SettingsException;
import ai.meddoc.server.telemetry.Figures;
import ai.meddoc.server.telemetry.MeasuredEngine;
import ai.meddoc.server.telemetry.Steps;
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
    Database database(Settings settings, Figures figures) {
        Database database = Databases.open(settings.database());
        database.measure(figures.registry());
        return database;
    }

    void close(@Disposes Database database) {
        database.close();
    }

    @Produces
    @Singleton
    @Typed(SealedColumns.class)
    SealedColumns columns(Settings settings) {
        return SealedColumns.of(settings);
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
    @Typed(DirectTransfers.class)
    DirectTransfers transfers(Settings settings) {
        // What goes past us would not be encrypted by us.
        return DirectTransfers.of(settings.encryptionKeys() == null ? settings.bucket() : null);
    }

    void close(@Disposes DirectTransfers transfers) {
        transfers.close();
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
    ClinicalEngine engine(
            Settings settings, LocalEngine local, CostBook book, InstantSource clock, Steps steps, Figures figures) {
        ClaudeSettings claude = settings.claude();
        if (!claude.enabled()) {
            return new MeasuredEngine(local, steps, figures);
        }
        Claude.warnings(claude, clock).forEach(LOG::warn);
        ClaudeEngine engine = Claude.engine(claude, local, cost -> {
            if (!cost.estimated()) {
                figures.claudeAnswered(cost.microDollars());
            }
            book.keep(cost);
        });
        book.open(engine.ledger());
        return new MeasuredEngine(engine, steps, figures);
    }

    @Produces
    @Singleton
    Engines engines(Settings settings, LocalEngine local, ClinicalEngine usual, Steps steps, Figures figures) {
        ClaudeSettings claude = settings.claude();
        ClinicalEngine measured = new MeasuredEngine(local, steps, figures);
        String model = claude.enabled() ? claude.model() : null;
        return new Engines(measured, usual, model, settings.upgradeLater(), RuleSet.version());
    }

    @Produces
    @Singleton
    TextExtractor extractor(Settings settings, ChildTextExtractor children) {
        return Extractors.within(settings, children);
    }

    @Produces
    @Singleton
    @Typed(ChildTextExtractor.class)
    ChildTextExtractor children(Settings settings, Figures figures) {
        ChildTextExtractor children = Extractors.children(settings);
        figures.watch("meddoc.readers.lost", "Processes that died or had to be killed", children::lost);
        return children;
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
            mapper.registerModule(WholeText.module());
            mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true)
                    .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
                    .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                    .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false)
                    .configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        };
    }
}
