using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

/// <summary>Where the rest can be relied on, it is used, and both <c>info</c> and the reports say what was odd.</summary>
public sealed class DamagedInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Line_NotUnderstood_IsTold()
    {
        string[] lines = [.. BundledTraces.Lines.Take(100), "what is this", .. BundledTraces.Lines.Skip(100)];
        string file = _folder.Write("noise.txt", BundledTraces.Text(lines));

        JsonElement trace = JsonNames.Parse(PredictorsCommand.Run("info", file, "--json", "-").Expect(0).Output).GetProperty("traces")[0];

        Assert.That(trace.GetProperty("unparsedLines").GetInt64(), Is.EqualTo(1));
        Assert.That(trace.GetProperty("unparsedExamples")[0].GetString(), Is.EqualTo("line 101: what is this"));
        ExpectNote("rank", file, "noise.txt has anomalies: lines that were not understood 1;");
        ExpectNote("replay", file, "noise.txt has anomalies: lines that were not understood 1;");
    }

    [Test]
    public void Events_Lost_AreTold()
    {
        string[] lines = [.. BundledTraces.Lines.Take(100), "CPU:0 [LOST 123 EVENTS]", .. BundledTraces.Lines.Skip(100)];
        string file = _folder.Write("lost.txt", BundledTraces.Text(lines));

        JsonElement trace = JsonNames.Parse(PredictorsCommand.Run("info", file, "--json", "-").Expect(0).Output).GetProperty("traces")[0];

        Assert.That(trace.GetProperty("lostEvents").GetInt64(), Is.EqualTo(123));
        ExpectNote("rank", file, "events-lost 1 (first at line 101)");
    }

    private static void ExpectNote(string verb, string file, string note) =>
        Assert.That(PredictorsCommand.Run(verb, file, "-p", "halt").Expect(0).Output, Does.Contain(note));
}
