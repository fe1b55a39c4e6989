using System.Text.Json;
using System.Text.RegularExpressions;

namespace Predictors.EndToEnd.Tests;

/// <summary>Pages and pictures from the command line.</summary>
public sealed class PictureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Pages_WhoeverTakesPart_GiveAPredictorTheSameColourAndMark()
    {
        PredictorsCommand.Run("rank", BundledTraces.Packed, "--quiet", "--html", _folder["all.html"]).Expect(0);
        PredictorsCommand.Run("rank", BundledTraces.Packed, "-p", "teo", "-p", "online-table", "--quiet", "--html", _folder["two.html"]).Expect(0);
        PredictorsCommand.Run("replay", BundledTraces.Packed, "-p", "menu", "--quiet", "--html", _folder["one.html"]).Expect(0);
        Dictionary<string, (int Colour, int Mark)> all = LooksOn("all.html");

        Assert.That(all.Values, Is.Unique, "no two of the shipped predictors look alike");
        foreach ((string predictor, (int Colour, int Mark) look) in LooksOn("two.html").Concat(LooksOn("one.html")))
        {
            Assert.That(look, Is.EqualTo(all[predictor]), predictor);
        }
    }

    [Test]
    public void Html_OnAnyNumberOfProcessors_IsTheSameBytes()
    {
        string[] arguments = ["rank", BundledTraces.Packed, "-p", "halt", "-p", "haltpoll", "--quiet", "--html"];
        PredictorsCommand.Run([.. arguments, _folder["a.html"]]).Expect(0);
        PredictorsCommand.Run([.. arguments, _folder["b.html"]], ("DOTNET_PROCESSOR_COUNT", "1")).Expect(0);

        Assert.That(File.ReadAllBytes(_folder["b.html"]), Is.EqualTo(File.ReadAllBytes(_folder["a.html"])));
    }

    [Test]
    public void Plot_NamedPictures_AreWrittenTwiceAlike()
    {
        foreach (string run in (string[])["1", "2"])
        {
            PredictorsCommand.Run(
                "rank", BundledTraces.Packed, "-p", "halt", "-p", "haltpoll", "--quiet", "--plot", _folder[$"front{run}.svg"], "--plot", $"latency:{_folder[$"latency{run}.png"]}",
                "--plot", $"lengths:{_folder[$"lengths{run}.svg"]}").Expect(0);
        }

        Assert.That(File.ReadAllText(_folder["front2.svg"]), Is.EqualTo(File.ReadAllText(_folder["front1.svg"])).And.Contain("clairvoyant front"));
        Assert.That(File.ReadAllText(_folder["lengths2.svg"]), Is.EqualTo(File.ReadAllText(_folder["lengths1.svg"])).And.Contain("poll windows (% of decisions)"));
        Assert.That(File.ReadAllBytes(_folder["latency2.png"]), Is.EqualTo(File.ReadAllBytes(_folder["latency1.png"])));
    }

    [Test]
    public void Plot_AnEndingThatTellsNoFormat_IsAUsageError() => Assert.That(
        PredictorsCommand.Run("rank", BundledTraces.Packed, "-p", "halt", "--plot", "front.pdf").ExpectOneLine(2), Does.Contain("front.pdf").And.Contain(".svg or .png"));

    [Test]
    public void Plot_APictureThatThereIsNot_IsAUsageErrorAndNoFileOfThatName() => Assert.That(
        PredictorsCommand.Run("rank", BundledTraces.Packed, "-p", "halt", "--plot", "latencies:a.svg").ExpectOneLine(2),
        Does.Contain("there is no picture 'latencies', but front, latency, lengths").And.Contain("front:latencies:a.svg"));

    [Test]
    public void Html_IntoAFolderThatIsNotThere_IsOneLine() => Assert.That(
        PredictorsCommand.Run("rank", BundledTraces.Packed, "-p", "halt", "--quiet", "--html", _folder["none/a.html"]).ExpectOneLine(3), Does.Contain("its directory does not exist"));

    [Test]
    public void Report_OfWhatIsNoResult_IsOneLine() => Assert.That(
        PredictorsCommand.Run("report", _folder.Write("no.json", "{\"schema\": 1}"), "-o", _folder["no.html"]).ExpectOneLine(3), Does.Contain("no.json"));

    private Dictionary<string, (int Colour, int Mark)> LooksOn(string page)
    {
        string data = Regex.Match(File.ReadAllText(_folder[page]), """<script type="application/json" id="data">(.*?)</script>""", RegexOptions.Singleline).Groups[1].Value;
        return JsonDocument.Parse(data).RootElement.GetProperty("contenders").EnumerateArray()
            .ToDictionary(c => c.GetProperty("predictor").GetString()!, c => (c.GetProperty("colour").GetInt32(), c.GetProperty("mark").GetInt32()));
    }
}
