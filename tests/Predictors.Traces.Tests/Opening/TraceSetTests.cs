using Predictors.Traces.Tests.Conversion;

namespace Predictors.Traces.Tests.Opening;

public sealed class TraceSetTests
{
    [Test]
    public void Expand_Directory_GivesItsTracesInOrder()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in (string[])["b.txt", "B.wake", "a.txt.gz", "README", "readme.txt", "MANIFEST.md", "notes.md", "x.json", ".hidden", "c.wake.part"])
        {
            folder.Write(name, "x");
        }

        Directory.CreateDirectory(folder["sub"]);
        string single = folder.Write("README-not-a-trace", "x");

        Assert.That(TraceSet.Expand([single, folder[""]]), Is.EqualTo(new[] { single, folder["B.wake"], folder["a.txt.gz"], folder["b.txt"] }));
    }

    [Test]
    public void Expand_DirectoryWithoutTraces_IsRefused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("README.md", "x");

        Assert.That(() => TraceSet.Expand([folder[""]]), Throws.InstanceOf<TraceFormatException>()
            .With.Message.EqualTo($"{folder[""]}: The directory holds no trace (subdirectories are not searched)."));
    }

    [Test]
    public void Expand_MissingPath_IsRefused()
    {
        using var folder = new TemporaryFolder();

        Assert.That(() => TraceSet.Expand([folder["none"]]), Throws.InstanceOf<TraceFormatException>()
            .With.Message.EqualTo($"{folder["none"]}: There is no such file or directory."));
    }
}
