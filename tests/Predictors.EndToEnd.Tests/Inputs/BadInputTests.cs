namespace Predictors.EndToEnd.Tests;

/// <summary>What can't be read gives one line that names the file and what is wrong, and status 3.</summary>
public sealed class BadInputTests : IDisposable
{
    private static readonly string[] s_verbs = ["info", "rank", "replay", "convert", "train", "calibrate"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestCase(BundledTraces.FtraceText, 100_000, "gzip data is cut short")]
    [TestCase("traces/memcached-open-3000-hrtimers.txt.zst", 100_000, "zstd data is cut short")]
    [TestCase(BundledTraces.Packed, 5_000, "is cut short")]
    public void CutShort_EveryVerb_OneLine(string trace, int length, string reason)
    {
        string file = _folder.Write($"short-{Path.GetFileName(trace)}", File.ReadAllBytes(BundledTraces.PathOf(trace))[..length]);

        foreach (string verb in s_verbs)
        {
            ExpectRefusal(verb, file, reason);
        }
    }

    [Test]
    public void Empty_EveryVerb_OneLine()
    {
        string file = _folder.Write("empty.txt", "");

        foreach (string verb in s_verbs)
        {
            ExpectRefusal(verb, file, "The file is empty");
        }
    }

    [Test]
    public void Missing_EveryVerb_OneLine()
    {
        foreach (string verb in s_verbs)
        {
            ExpectRefusal(verb, _folder["missing.txt"], "no such file");
        }
    }

    [TestCase("info")]
    [TestCase("rank")]
    [TestCase("train")]
    public void Directory_WithoutTraces_OneLine(string verb) =>
        ExpectRefusal(verb, Directory.CreateDirectory(_folder[$"none-{verb}"]).FullName, "holds no trace");

    [TestCase("replay")]
    [TestCase("convert")]
    [TestCase("verify")]
    public void Directory_WhereOneTraceIsMeant_OneLine(string verb) =>
        ExpectRefusal(verb, Directory.CreateDirectory(_folder[$"one-{verb}"]).FullName, "this is a directory");

    [Test]
    public void Binary_Noise_OneLine()
    {
        var noise = new byte[100_000];
        new Random(1).NextBytes(noise);

        ExpectRefusal("rank", _folder.Write("noise", noise), "Binary data");
    }

    [Test]
    public void Binary_Program_OneLine() => ExpectRefusal("rank", PredictorsCommand.Assembly, "Binary data");

    [Test]
    public void Binary_TraceDatOfZeros_IsRefused()
    {
        byte[] head = [0x17, 0x08, 0x44, .. "tracing6\0"u8, .. new byte[5000]];

        ExpectRefusal("rank", _folder.Write("trace.dat", head), "trace.dat, byte ");
    }

    [Test]
    public void WrongClock_TicksWithoutTheirRate_NamesTheOption()
    {
        string file = _folder.Write("ticks.txt", BundledTraces.Text(InTicks()));

        ExpectRefusal("rank", file, "--clock-hz");
        PredictorsCommand.Run("rank", file, "-p", "halt", "--clock-hz", "2299998000").Expect(0);
    }

    [Test]
    public void LongLine_AmongOthers_NamesTheLine()
    {
        string[] lines = [.. BundledTraces.Lines.Take(15), new string('x', 10_000_000), .. BundledTraces.Lines.Skip(15)];

        Assert.That(ExpectRefusal("rank", _folder.Write("among.txt", BundledTraces.Text(lines)), "longer than 65536 bytes"), Does.Contain("among.txt, line 16:"));
    }

    [Test]
    public void LongLine_WithoutEnd_OneLine() => ExpectRefusal("rank", _folder.Write("long.txt", new string('x', 10_000_000)), "has no end within");

    [Test]
    public void Cpu_BeyondTheBound_NamesFileAndLine()
    {
        string file = _folder.Write("cpu.txt", BundledTraces.Text(BundledTraces.Lines).Replace("[001]", "[4294967295]", StringComparison.Ordinal));

        Assert.That(ExpectRefusal("rank", file, "names a CPU above 8191"), Does.Contain("cpu.txt, line 12:"));
    }

    [Test]
    public void Cpu_BeyondTheBoundInCsv_NamesFileLineAndColumn() =>
        Assert.That(
            ExpectRefusal("rank", _folder.Write("cpu.csv", "vcpu,enter_ns,exit_ns\n4294967295,1,2\n"), "0 to 8191"),
            Does.Contain("cpu.csv, line 2: Column 'vcpu'"));

    [Test]
    public void Csv_TimeGoesBack_NamesFileAndLine() =>
        Assert.That(
            ExpectRefusal("rank", _folder.Write("back.csv", "vcpu,enter_ns,exit_ns\n0,10,20\n0,5,6\n"), "lies before"),
            Does.Contain("back.csv, line 3:"));

    [TestCase("info")]
    [TestCase("rank")]
    public void Lines_Shuffled_OneLine(string verb)
    {
        string[] lines = [.. BundledTraces.Lines];
        new Random(1).Shuffle(lines);

        ExpectRefusal(verb, _folder.Write($"shuffled-{verb}.txt", BundledTraces.Text(lines)), "jumps back");
    }

    [TestCase("info")]
    [TestCase("rank")]
    public void Content_Doubled_NamesTheLineWhereItBeginsAgain(string verb) =>
        Assert.That(
            ExpectRefusal(verb, _folder.Write($"doubled-{verb}.txt", BundledTraces.Text(BundledTraces.Lines.Concat(BundledTraces.Lines))), "jumps back"),
            Does.Contain($"doubled-{verb}.txt, line 20012:"));

    [Test]
    public void Time_JumpsBackOnce_NamesTheLine()
    {
        string[] lines = [.. BundledTraces.Lines, BundledTraces.Lines[20]];

        Assert.That(ExpectRefusal("rank", _folder.Write("back.txt", BundledTraces.Text(lines)), "jumps back"), Does.Contain("back.txt, line 20001:"));
    }

    [Test]
    public void Packed_WhereEventsAreNeeded_OneLine() => ExpectRefusal("verify", BundledTraces.Packed, "packed trace");

    [Test]
    public void Model_Missing_OneLine() =>
        Assert.That(
            PredictorsCommand.Run("rank", BundledTraces.Packed, "-p", "ml-regression:model=none.json").ExpectOneLine(3), Does.Contain("none.json"));

    [Test]
    public void Profile_Missing_OneLine() =>
        Assert.That(PredictorsCommand.Run("rank", BundledTraces.Packed, "--profile", "none").ExpectOneLine(3), Does.Contain("built in are"));

    private string ExpectRefusal(string verb, string file, string reason)
    {
        string[] more = verb switch
        {
            "replay" or "verify" => ["-p", "haltpoll"],
            "convert" => ["-o", _folder["out.wake"]],
            "train" or "calibrate" => ["-o", _folder["out.json"]],
            _ => [],
        };
        string line = PredictorsCommand.Run([verb, file, .. more]).ExpectOneLine(3);
        Assert.That(line, Does.StartWith($"predictors: {file}").And.Contain(reason));
        Assert.That(_folder.Names, Has.None.StartsWith("out.").And.None.StartsWith(".out"));
        return line;
    }

    // As the clock x86-tsc prints: whole ticks.
    private static IEnumerable<string> InTicks() =>
        BundledTraces.Lines.Select(line => System.Text.RegularExpressions.Regex.Replace(line, @"(\d+)\.(\d{6}):", "$1$2:"));
}
