import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * PDF files turned into one line of JSON for each file and standard, all in one Java machine.
 *
 * <p>Arguments: the standards with commas between (such as 3a,ua1), then the files.
 */
class Check {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        VeraGreenfieldFoundryProvider.initialise();
        List<String> files = List.of(arguments).subList(1, arguments.length);
        for (String file : files) {
            for (String standard : arguments[0].split(",")) {
                out.println(line(file, standard));
            }
        }
    }

    private static String line(String file, String standard) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(standard);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, String> failures = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String clause = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    failures.putIfAbsent(clause, assertion.getMessage());
                }
            }
            return said(file, standard, result.isCompliant(), failures, "");
        } catch (Exception problem) {
            return said(file, standard, false, Map.of(), problem.toString());
        }
    }

    private static String said(
            String file, String standard, boolean passed, Map<String, String> failures, String problem) {
        StringBuilder listed = new StringBuilder();
        for (Map.Entry<String, String> failure : failures.entrySet()) {
            listed.append(listed.length() == 0 ? "" : ",");
            listed.append(quoted(failure.getKey())).append(":").append(quoted(failure.getValue()));
        }
        return String.format(
                "{\"file\":%s,\"standard\":%s,\"passed\":%s,\"failures\":{%s},\"problem\":%s}",
                quoted(file), quoted(standard), passed, listed, quoted(problem));
    }

    private static String quoted(String text) {
        StringBuilder escaped = new StringBuilder("\"");
        for (char letter : String.valueOf(text).toCharArray()) {
            if (letter < ' ' || letter == '"' || letter == '\\') {
                escaped.append(String.format("\\u%04x", (int) letter));
            } else {
                escaped.append(letter);
            }
        }
        return escaped.append('"').toString();
    }
}
