namespace Predictors.EndToEnd.Tests;

public sealed class ParquetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Replay_IntoAFolder_WritesResultsAndPeriodsTheSameTwice()
    {
        foreach (string name in (string[])["one", "two"])
        {
            PredictorsCommand.Run("replay", BundledTraces.Packed, "-p", "haltpoll", "--quiet", "--parquet", _folder[name]).Expect(0);
        }

        foreach (string name in (string[])["results.parquet", "periods.parquet"])
        {
            Assert.That(File.ReadAllBytes(_folder[$"one/{name}"]), Is.EqualTo(File.ReadAllBytes(_folder[$"two/{name}"])), name);
        }

        Assert.That(Directory.GetFileSystemEntries(_folder["one"]), Has.Length.EqualTo(2));
    }

    [Test]
    public void Replay_WithDecisionsToo_WritesBoth()
    {
        PredictorsCommand.Run(
            "replay", BundledTraces.Packed, "-p", "haltpoll", "--quiet", "--parquet", _folder["both"], "--decisions", _folder["both.csv"]).Expect(0);
        PredictorsCommand.Run("replay", BundledTraces.Packed, "-p", "haltpoll", "--quiet", "--parquet", _folder["one"]).Expect(0);
        PredictorsCommand.Run("replay", BundledTraces.Packed, "-p", "haltpoll", "--quiet", "--decisions", _folder["one.csv"]).Expect(0);

        Assert.That(File.ReadAllBytes(_folder["both.csv"]), Is.EqualTo(File.ReadAllBytes(_folder["one.csv"])));
        Assert.That(new FileInfo(_folder["both/periods.parquet"]).Length, Is.EqualTo(new FileInfo(_folder["one/periods.parquet"]).Length).Within(100));
    }

    [Test]
    public void Rank_IntoAFile_WritesThatAlone()
    {
        string folder = Directory.CreateDirectory(_folder["rank"]).FullName;

        PredictorsCommand.Run("rank", BundledTraces.Packed, "-p", "halt", "--quiet", "--parquet", Path.Combine(folder, "halt.parquet")).Expect(0);

        Assert.That(Directory.GetFileSystemEntries(folder).Select(Path.GetFileName), Is.EqualTo(["halt.parquet"]));
    }

    [TestCase(BundledTraces.Packed)]
    [TestCase(BundledTraces.FtraceText)]
    public void Convert_IntoATable_WritesTheSameBytesTwiceAndSaysHowMany(string trace)
    {
        CommandResult one = PredictorsCommand.Run("convert", trace, "-o", _folder["one.parquet"]).Expect(0);
        PredictorsCommand.Run("convert", trace, "-o", _folder["two.parquet"]).Expect(0);
        CommandResult csv = PredictorsCommand.Run("convert", trace, "-o", _folder["one.csv"]).Expect(0);

        Assert.That(File.ReadAllBytes(_folder["one.parquet"]), Is.EqualTo(File.ReadAllBytes(_folder["two.parquet"])));
        Assert.That(one.ErrorLines[0].Split(' ')[1..4], Is.EqualTo(csv.ErrorLines[0].Split(' ')[1..4]), "idle segments");
    }

    [TestCase("slice", "must end in .wake or .csv, which")]
    [TestCase("merge", "must end in .wake or .csv, which")]
    public void OtherVerbs_IntoATable_AreUsageErrors(string verb, string said) =>
        Assert.That(PredictorsCommand.Run(verb, BundledTraces.Packed, "-o", _folder["a.parquet"]).ExpectOneLine(2), Does.Contain(said));

    [TestCase("-", "a folder, or a file whose name ends in .parquet")]
    public void Target_ThatIsNoFile_IsAUsageError(string target, string said) =>
        Assert.That(PredictorsCommand.Run("rank", BundledTraces.Packed, "-p", "halt", "--parquet", target).ExpectOneLine(2), Does.Contain(said));

    [Test]
    public void Target_IsAFileOfAnotherKind_OneLine()
    {
        string taken = _folder.Write("results.csv", "a,b\n");

        Assert.That(PredictorsCommand.Run("rank", BundledTraces.Packed, "-p", "halt", "--parquet", taken).ExpectOneLine(3), Does.Contain(taken));
        Assert.That(File.ReadAllText(taken), Is.EqualTo("a,b\n"));
    }

    [TestCase("--decisions", "/dev/full")]
    [TestCase("--parquet", "full")]
    public void Disk_Full_IsNotThePredictorsFault(string option, string target)
    {
        if (!File.Exists("/dev/full"))
        {
            Assert.Ignore("there is no /dev/full here");
        }

        if (option == "--parquet")
        {
            target = Directory.CreateDirectory(_folder[target]).FullName;
            File.CreateSymbolicLink(Path.Combine(target, "periods.parquet"), "/dev/full");
        }

        Assert.That(
            PredictorsCommand.Run("replay", BundledTraces.Packed, "-p", "haltpoll", option, target).ExpectOneLine(3),
            Does.Contain("can't be written").And.Not.Contain("haltpoll"));
    }
}
