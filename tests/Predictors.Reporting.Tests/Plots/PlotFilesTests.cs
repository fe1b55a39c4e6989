namespace Predictors.Reporting.Tests;

public sealed class PlotFilesTests
{
    private string _folder = string.Empty;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("predictors-plots-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase(PlotPicture.Front)]
    [TestCase(PlotPicture.Latency)]
    public void Svg_WrittenTwice_IsTheSameAndNamesAxesAndPredictors(PlotPicture picture)
    {
        string first = Written(picture, "a.svg");

        Assert.That(first, Does.StartWith("<?xml").And.Match(@"halt( \*)?\s*</text>").And.Contain("fixed-window").And.Contain("latency"));
        Assert.That(Written(picture, "b.svg"), Is.EqualTo(first));
    }

    [Test]
    public void Svg_OfTheFront_HasUnitsAndTheClairvoyantFront() =>
        Assert.That(Written(PlotPicture.Front, "a.svg"), Does.Contain("% of span x vCPUs").And.Contain("clairvoyant front").And.Match("[0-9.]+ us\\s*</text>"));

    [Test]
    public void Svg_OfLengths_HasBothAxesAndSaysWhatIsOutside()
    {
        var page = new HtmlPage
        {
            Title = "Made up",
            Verdict = "None.",
            Contenders = [Samples.FixedWindow],
            Sections = [new LengthSection("lengths", "Lengths") { Scopes = [LengthPictureTests.Picture([(50_000, 4)], (0, 1), (30_000, 99))] }],
        };
        string file = Path.Combine(_folder, "lengths.svg");

        PlotFiles.Write(new Made(page), PlotPicture.Lengths, file);

        string svg = File.ReadAllText(file);
        Assert.That(svg, Does.Contain("idle periods (% of all)").And.Contain("poll windows (% of decisions)").And.Contain("fixed-window"));
        Assert.That(svg, Does.Not.Contain("-0 %"));
        Assert.That(svg, Does.Contain("not shown: 1 % of the idle periods are shorter, 0 % longer"));
    }

    [Test]
    public void Write_AReportWithoutThePicture_NamesIt() => Assert.That(
        () => PlotFiles.Write(Samples.DetailedReport() with { Leaderboard = Samples.Board() }, PlotPicture.Lengths, Path.Combine(_folder, "a.svg")),
        Throws.InstanceOf<OutputException>().With.Message.Contains("'lengths'"));

    [Test]
    public void Png_OfTheFront_IsAPicture()
    {
        string file = Path.Combine(_folder, "a.png");

        PlotFiles.Write(Samples.DetailedReport(), PlotPicture.Front, file);

        Assert.That(File.ReadAllBytes(file)[..8], Is.EqualTo("\x89PNG\r\n\x1a\n".Select(c => (byte)c)));
        Assert.That(new FileInfo(file).Length, Is.InRange(5_000, 200_000));
    }

    [Test]
    public void Write_AnotherEnding_SaysWhichThereAre() => Assert.That(
        () => PlotFiles.Write(Samples.DetailedReport(), PlotPicture.Front, Path.Combine(_folder, "a.jpg")),
        Throws.InstanceOf<OutputException>().With.Message.Contains(".svg or .png"));

    [Test]
    public void Ids_OfOnePictureAfterAnother_BeginAnew() =>
        Assert.That(SvgText.Portable("""<clipPath id="cl_17"/><g clip-path="url(#cl_17)"/><a id="cl_a"/>"""), Is.EqualTo("""<clipPath id="cl_0"/><g clip-path="url(#cl_0)"/><a id="cl_1"/>"""));

    private sealed record Made(HtmlPage Page) : IHtmlReport
    {
        public HtmlPage ToPage() => Page;
    }

    private string Written(PlotPicture picture, string name)
    {
        string file = Path.Combine(_folder, name);
        PlotFiles.Write(Samples.DetailedReport(), picture, file);
        return File.ReadAllText(file);
    }
}
