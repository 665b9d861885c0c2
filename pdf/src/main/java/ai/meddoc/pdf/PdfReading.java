package ai.meddoc.pdf;

import ai.meddoc.document.DocumentException;
import ai.meddoc.document.DocumentException.Reason;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Page;
import ai.meddoc.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** The reading of one PDF, from its bytes to its text. One instance per document, one thread. */
final class PdfReading {

    private static final long MEMORY = 64L * 1024 * 1024;

    private final byte[] bytes;
    private final Budget budget;
    private final TextBuilder out = new TextBuilder();
    private final PageComposer composer = new PageComposer(out);
    private final PageReader reader;
    private final ScanReading scans;
    private final ReadingFindings findings = new ReadingFindings();
    private final List<Page> pages = new ArrayList<>();

    PdfReading(byte[] bytes, Budget budget, Ocr ocr) {
        this.bytes = bytes;
        this.budget = budget;
        this.scans = new ScanReading(ocr, budget);
        this.reader = new PageReader(budget);
    }

    DocumentText read() {
        FileStructure structure = FileStructure.of(bytes);
        if (structure.bomb()) {
            throw new DocumentException(
                    Reason.LIMIT_EXCEEDED, "The document's object table unpacks to more than it may.");
        }
        try (PDDocument pdf = open()) {
            findings.structure(structure);
            readPages(pdf);
        } catch (InvalidPasswordException e) {
            throw new DocumentException(
                    Reason.ENCRYPTED, "The document is encrypted; save a copy without a password and send that.");
        } catch (IOException e) {
            throw damaged();
        }
        return result();
    }

    private PDDocument open() throws IOException {
        try {
            return Loader.loadPDF(
                    new RandomAccessReadBuffer(bytes), "", MemoryUsageSetting.setupMixed(MEMORY).streamCache);
        } catch (NoClassDefFoundError e) {
            // PDFBox needs Bouncy Castle only to open files for the holder of a certificate, and nobody gives us one.
            throw new DocumentException(
                    Reason.ENCRYPTED, "The document is encrypted for a certificate; send a copy without encryption.");
        }
    }

    private static DocumentException damaged() {
        return new DocumentException(Reason.DAMAGED, "The document is damaged and cannot be read.");
    }

    private void readPages(PDDocument pdf) {
        ActiveContent active = ActiveContent.of(pdf);
        int claimed = pdf.getDocumentCatalog().getPages().getCOSObject().getInt(COSName.COUNT, -1);
        Iterator<PDPage> all = pdf.getPages().iterator();
        while (all.hasNext()) {
            budget.time();
            if (pages.size() == budget.limits().pages()) {
                throw new DocumentException(
                        Reason.TOO_LARGE,
                        "The document has more than " + budget.limits().pages() + " pages, the limit.");
            }
            PDPage page = all.next();
            active.page(page);
            readPage(pdf, page);
        }
        findings.pageCount(claimed, pages.size());
        findings.active(active.words());
    }

    private void readPage(PDDocument pdf, PDPage page) {
        int number = pages.size() + 1;
        int start = out.length();
        String trouble = PageContents.check(page);
        PageReader.Outcome outcome = reader.read(page);
        ScanReading.Result result = scans.read(pdf, page, number, outcome.glyphs());
        result.directions().forEach(composer::compose);
        budget.characters(out.length());
        Span span = new Span(start, out.length());
        pages.add(new Page(number, span, span.length() == 0 ? Page.Origin.NONE : result.origin()));
        findings.page(number, span, outcome, trouble, result.origin() == Page.Origin.OCR);
        findings.scan(number, span, result);
    }

    private DocumentText result() {
        String text = out.text();
        if (text.isBlank()) {
            if (findings.isDamaged()) {
                throw new DocumentException(Reason.DAMAGED, findings.whyEmpty(pages.size()));
            }
            throw new DocumentException(Reason.EMPTY, findings.whyEmpty(pages.size()));
        }
        return new DocumentText(text, pages, findings.all(out.hidden(), text.length()), out.layout());
    }
}
