using System.Text.Json;
using System.Text.RegularExpressions;
using Predictors.Ranking;

namespace Predictors.Reporting.Tests;

public sealed partial class PageTests
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    private static readonly RunManifest s_manifest = new()
    {
        Version = "1.2.3",
        Runtime = ".NET 10.0.0",
        Platform = "linux-x64",
        CommandLine = ["rank", "my traces", "-p", "halt"],
        Plugins = [new ManifestFile("Halt.dll", "00ff")],
    };

    [Test]
    public void RankPage_Data_IsAsExpected() => Expectation.Holds("rank.page", Pretty(Data(Written(Samples.DetailedReport()))));

    [Test]
    public void RankPage_Verdict_NamesTheBestItsIntervalAndItsEquals() => Assert.That(
        Samples.DetailedReport().ToPage().Verdict,
        Does.StartWith("halt costs least: ").And.Contains("95 % interval").And.Contains("% of the CPU time"));

    [Test]
    public void RankPage_WithoutDetails_HasNoClairvoyantFront()
    {
        var front = (FrontSection)new RankReport(Samples.Board(), Samples.Settings, []).ToPage().Sections.Single(s => s is FrontSection);

        Assert.That(front.Scopes.Select(s => s!.Clairvoyant), Has.All.Empty);
        Assert.That(front.Scopes[0]!.Points, Has.Count.EqualTo(2));
    }

    [Test]
    public void RankPage_NobodyRanked_SaysSoAndHasNoPictures()
    {
        Leaderboard board = Leaderboard.Of([Samples.Halt], [], new LeaderboardOptions());

        HtmlPage page = new RankReport(board, Samples.Settings, []).ToPage();

        Assert.That(page.Verdict, Is.EqualTo("Nobody is ranked."));
        Assert.That(page.Sections, Has.None.InstanceOf<FrontSection>());
    }

    [Test]
    public void Table_LargeNumbers_KeepAllDigitsThatAreShown()
    {
        var table = new TableSection(
            "table", "Table", [new("Idle periods", Decimals: 0), new("Entry", "s", 6), new("Share", "%", 1)],
            [[PageCell.Of(12_345_678), PageCell.Of(3_315.760_123), PageCell.Of(double.NaN)]]);
        HtmlPage page = new() { Title = "Table", Verdict = "None.", Sections = [table] };

        JsonElement row = Data(Written(new Made(page))).GetProperty("sections")[0].GetProperty("rows")[0];

        Assert.That(row[0].GetDouble(), Is.EqualTo(12_345_678));
        Assert.That(row[1].GetDouble(), Is.EqualTo(3_315.760_123));
        Assert.That(row[2].ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public void Page_NamesWithMarkup_StayText()
    {
        const string evil = "</script><script>alert(1)</script><!--";
        HtmlPage page = new() { Title = evil, Verdict = evil, Sections = [], Contenders = [new Contender(evil, [])], Notes = [evil] };

        string html = Written(new Made(page));

        Assert.That(html, Does.Not.Contain(evil));
        Assert.That(html, Does.Not.Contain("alert(1)</script>"));
        Assert.That(Data(html).GetProperty("contenders")[0].GetProperty("label").GetString(), Is.EqualTo(evil));
    }

    [Test]
    public void Page_Whatever_AsksNothingOfANetwork()
    {
        string html = Written(Samples.DetailedReport());

        Assert.That(html, Does.Contain("default-src 'none'"));
        Assert.That(Loads().Matches(html.Replace(PageParts.Library, string.Empty, StringComparison.Ordinal)).Select(m => m.Value), Is.Empty);
        Assert.That(html, Does.Not.Contain("vizorECharts"), "only what the page needs of the charting package");
    }

    [Test]
    public void Page_Size_IsFarBelowSixMegabytes() => Assert.That(Written(Samples.DetailedReport()), Has.Length.LessThan(1_500_000));

    [Test]
    public void Page_Licences_AreInIt() => Assert.That(
        Written(Samples.DetailedReport()), Does.Contain("The Apache Software Foundation").And.Contain("Apache License").And.Contain("Baidu").And.Contain("Bostock"));

    [Test]
    public void Page_Manifest_SaysTheCommandLineAsAShellTakesIt() => Assert.That(
        Data(Written(Samples.DetailedReport())).GetProperty("manifest")[0][1].GetString(), Is.EqualTo("predictors rank 'my traces' -p halt"));

    [GeneratedRegex("""<(script|img|iframe|link)[^>]*(src|href)\s*=\s*"(?!data:)[^"]*"|@import|url\(""")]
    private static partial Regex Loads();

    private static string Written(IHtmlReport report)
    {
        using var text = new StringWriter();
        PageWriter.Write(text, report.ToPage(), s_manifest);
        return text.ToString();
    }

    private static JsonElement Data(string html)
    {
        const string open = "<script type=\"application/json\" id=\"data\">";
        int from = html.IndexOf(open, StringComparison.Ordinal) + open.Length;
        return JsonSerializer.Deserialize<JsonElement>(html[from..html.IndexOf("</script>", from, StringComparison.Ordinal)]);
    }

    private static string Pretty(JsonElement data) => JsonSerializer.Serialize(data, s_indented) + "\n";

    private sealed record Made(HtmlPage Page) : IHtmlReport
    {
        public HtmlPage ToPage() => Page;
    }
}
