using System.IO.Pipes;

namespace Predictors.Reporting.Tests;

public class OutputFileTests
{
    private string _folder = string.Empty;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("predictors-output-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Write_ExistingFile_IsReplacedAndNothingElseIsLeft()
    {
        string path = In("a.json");
        File.WriteAllText(path, "old and longer");

        OutputFile.Write(path, stream => stream.Write("new"u8));

        Assert.That(File.ReadAllText(path), Is.EqualTo("new"));
        Assert.That(Directory.GetFileSystemEntries(_folder), Has.Length.EqualTo(1));
    }

    [Test]
    public void Write_ThatThrows_LeavesTheOldFile()
    {
        string path = In("a.json");
        File.WriteAllText(path, "old");

        Assert.That(
            () => OutputFile.Write(path, stream =>
            {
                stream.Write("half"u8);
                throw new InvalidOperationException("stop");
            }),
            Throws.InvalidOperationException);

        Assert.That(File.ReadAllText(path), Is.EqualTo("old"));
        Assert.That(Directory.GetFileSystemEntries(_folder), Has.Length.EqualTo(1));
    }

    [Test]
    public void WriteIf_NotWhole_LeavesTheOldFile()
    {
        string path = In("a.json");
        File.WriteAllText(path, "old");

        OutputFile.WriteIf(path, stream =>
        {
            stream.Write("half"u8);
            return false;
        });

        Assert.That(File.ReadAllText(path), Is.EqualTo("old"));
        Assert.That(Directory.GetFileSystemEntries(_folder), Has.Length.EqualTo(1));
    }

    [Test]
    public void Write_ThroughALink_ReplacesWhatItPointsTo()
    {
        string target = In("target.json");
        File.WriteAllText(target, "old");
        string link = In("link.json");
        File.CreateSymbolicLink(link, "target.json");

        OutputFile.Write(link, stream => stream.Write("new"u8));

        Assert.That(File.ReadAllText(target), Is.EqualTo("new"));
        Assert.That(new FileInfo(link).LinkTarget, Is.EqualTo("target.json"));
    }

    // A pipe of our own: a mistake that replaced a real device would break the machine that runs the tests.
    [Test]
    [Platform("Linux")]
    public void Write_ToAPipe_WritesIntoIt()
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In);

        OutputFile.Write($"/proc/self/fd/{pipe.GetClientHandleAsString()}", stream => stream.Write("through"u8));

        pipe.DisposeLocalCopyOfClientHandle();
        using var reader = new StreamReader(pipe);
        Assert.That(reader.ReadToEnd(), Is.EqualTo("through"));
    }

    [TestCase("/dev/null", true)]
    [TestCase("/dev/stdout", true)]
    [TestCase("/proc/self/fd/1", true)]
    [TestCase("/dev/shm/a.json", false)]
    [TestCase("/device/a.json", false)]
    [TestCase("/home/me/dev/a.json", false)]
    public void IsDevice_Path_TellsDevicesFromFiles(string path, bool expected) =>
        Assert.That(OutputFile.IsDevice(path), Is.EqualTo(expected));

    [Test]
    public void Write_MissingDirectory_IsRefused() =>
        Refused(In("missing/a.json"), "can't be written: its directory does not exist.");

    [Test]
    public void Write_ADirectory_IsRefused() => Refused(_folder, "can't be written: it is a directory.");

    private static void Refused(string path, string message) => Assert.That(
        () => OutputFile.Write(path, _ => { }),
        Throws.InstanceOf<OutputException>().With.Message.EqualTo($"{path} {message}"));

    private string In(string name) => Path.Combine(_folder, name);
}
