using System.Text;
using System.Text.Json;
using Spectre.Console;

namespace Predictors.Reporting.Tests;

/// <summary>
/// Holds a report against the files under Expectations. What came instead is left beside them in the output folder as
/// <c>*.received.txt</c>: look at it, and copy it over where it is right.
/// </summary>
internal static class Expectation
{
    public static void Holds(string name, IReport report)
    {
        Assert.Multiple(() =>
        {
            Holds($"{name}.table", Tables(report));
            Holds($"{name}.json", Json(report));
            Holds($"{name}.csv", Csv(report));
        });
    }

    public static string Tables(IReport report, bool isTerminal = false)
    {
        using var text = new StringWriter();
        IAnsiConsole console = ReportConsole.For(text, isTerminal);
        report.WriteTables(console);
        return text.ToString();
    }

    public static string Json(IReport report)
    {
        using var stream = new MemoryStream();
        ReportFiles.WriteJson(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static JsonElement Parsed(IReport report) => JsonSerializer.Deserialize<JsonElement>(Json(report));

    public static string Csv(IReport report)
    {
        using var text = new StringWriter();
        report.WriteCsv(text);
        return text.ToString();
    }

    public static void Holds(string name, string received)
    {
        string folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Expectations");
        string file = Path.Combine(folder, name + ".verified.txt");
        string plain = Plain(received);
        string expected = File.Exists(file) ? File.ReadAllText(file) : string.Empty;
        if (plain != expected)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, name + ".received.txt"), plain);
        }

        Assert.That(plain, Is.EqualTo(expected), name);
    }

    // The files keep the repository's line ends and no blanks at the ends of lines.
    private static string Plain(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd(' ')));
}
