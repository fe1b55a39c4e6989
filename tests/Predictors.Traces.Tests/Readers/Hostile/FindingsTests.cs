using Predictors.Traces.Tests.Conversion;
using Predictors.Traces.Tests.Native;

namespace Predictors.Traces.Tests.Readers.Hostile;

/// <summary>Files on which a reader once failed, found by fuzzing or by damage; see tests/Predictors.Fuzzing.</summary>
[TestFixture]
public sealed class FindingsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Readers", "Hostile", "Findings");

    private static IEnumerable<string> Findings => Directory.EnumerateFiles(Folder).Select(f => Path.GetFileName(f)).Order();

    [TestCaseSource(nameof(Findings))]
    public void Finding_GivesEventsOrOneClearError(string name)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(Folder, name));
        using var folder = new TemporaryFolder();

        Assert.That(() => HostileRead.Recording(bytes), Throws.Nothing);
        Assert.That(() => HostileRead.Trace(folder.Write(name, bytes)), Throws.Nothing);

        // As the fuzzer reads packed traces.
        WakeSeals.SealAll(bytes);
        Assert.That(() => HostileRead.Trace(folder.Write(name, bytes)), Throws.Nothing);
    }
}
