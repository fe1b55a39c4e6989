using System.IO.Compression;
using System.Security.Cryptography;
using Predictors.Traces.Tests.Conversion;
using Predictors.Traces.Tests.Csv;
using Predictors.Traces.Tests.Native;

namespace Predictors.Traces.Tests.Opening;

public sealed class TraceFileTests
{
    [Test]
    public void Open_PackedTraceWithAnotherName_IsToldByContent()
    {
        using var folder = new TemporaryFolder();
        byte[] bytes = WakeBytes.Of(WakeBytes.Small(), compress: true);
        using ITraceReader reader = TraceFile.Open(folder.Write("trace.csv", bytes), new TraceFileOptions());

        Assert.That((reader.Header.Format, reader.Header.Sha256.Digits), Is.EqualTo(("packed trace", Convert.ToHexStringLower(SHA256.HashData(bytes)))));
        Assert.That(RowReader.ReadAll(reader), Is.EqualTo(RowReader.ReadAll(WakeBytes.Small())));
    }

    [Test]
    public void Open_CsvWithAnotherName_IsToldByContent()
    {
        using var folder = new TemporaryFolder();
        string text = CsvRoundTripTests.Written(WakeBytes.Small());
        using ITraceReader reader = TraceFile.Open(folder.Write("trace.wake", text), new TraceFileOptions());

        Assert.That((reader.Header.Format, reader.Header.Sha256.Digits),
            Is.EqualTo(("CSV", Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))))));
        Assert.That(RowReader.ReadAll(reader), Is.EqualTo(RowReader.ReadAll(WakeBytes.Small())));
    }

    [TestCase("cpu,enter_ns,exit_ns\n0,1,2\n", ", line 1: The column 'cpu' is not known;")]
    [TestCase("0,100,200\n", ", line 1: The column '0' is not known;")]
    [TestCase("\ufeff# by hand\n\nvcpu,enter\n", ", line 3: The column 'enter' is not known;")]
    public void Open_CsvWithAWrongHeaderLine_IsRefusedAsCsv(string text, string expected) =>
        AssertRefused(folder => folder.Write("x", text), expected);

    [Test]
    public void Open_MissingFile_IsRefused() => AssertRefused(folder => folder["none.wake"], ": There is no such file.");

    [Test]
    public void Open_Directory_IsRefused() =>
        AssertRefused(folder => Directory.CreateDirectory(folder["x"]).FullName, ": A trace file was expected, but this is a directory.");

    [Test]
    public void Open_EmptyFile_IsRefused() => AssertRefused(folder => folder.Write("x", ""), ": The file is empty");

    [Test]
    public void Open_PackedTraceInsideGzip_IsRefused() => AssertRefused(
        folder =>
        {
            using (var packed = new GZipStream(File.Create(folder["x.gz"]), CompressionLevel.Fastest))
            {
                packed.Write(WakeBytes.Of(WakeBytes.Small(), compress: false));
            }

            return folder["x.gz"];
        },
        ": This is a packed trace (.wake) that was compressed once more: decompress it first.");

    private static void AssertRefused(Func<TemporaryFolder, string> write, string expected)
    {
        using var folder = new TemporaryFolder();
        string path = write(folder);

        Assert.That(() => TraceFile.Open(path, new TraceFileOptions()), Throws.InstanceOf<TraceFormatException>()
            .With.Message.StartsWith(path + expected));
    }
}
