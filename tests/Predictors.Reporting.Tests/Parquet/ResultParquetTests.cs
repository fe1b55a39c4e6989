using System.Globalization;
using System.Text.Json;

namespace Predictors.Reporting.Tests;

public class ResultParquetTests
{
    private static readonly RunManifest s_manifest = new() { Version = "1", Runtime = ".NET", Platform = "any", CommandLine = ["rank", "traces"] };

    private static IEnumerable<IParquetReport> Reports =>
    [
        new RankReport(Samples.Board(), Samples.Settings, ["A note."]),
        new ReplayReport(Samples.Score(), Samples.Settings, 1, ["A note."]),
    ];

    [TestCaseSource(nameof(Reports))]
    public async Task WriteParquet_Rows_AreThoseOfTheCsv(object given)
    {
        var report = (IParquetReport)given;
        ParquetContent parquet = await ParquetContent.Read(Write(report));
        using var text = new StringWriter();
        report.WriteCsv(text);
        List<string[]> csv = Rfc4180.Parse(text.ToString());

        Assert.That(parquet.Columns.Keys, Is.EqualTo(csv[0]));
        for (int column = 0; column < csv[0].Length; column++)
        {
            Assert.That(
                parquet.Columns[csv[0][column]].Select(Field), Is.EqualTo(csv.Skip(1).Select(row => row[column])), $"column {csv[0][column]}");
        }
    }

    [Test]
    public async Task WriteParquet_Types_AreThoseOfTheValues()
    {
        ParquetContent parquet = await ParquetContent.Read(Write(new RankReport(Samples.Board(), Samples.Settings, [])));

        Assert.Multiple(() =>
        {
            Assert.That(parquet.Columns["trace"], Is.All.TypeOf<string>());
            Assert.That(parquet.Columns["wasteNs"], Is.All.TypeOf<long>());
            Assert.That(parquet.Columns["wastePercent"], Is.All.TypeOf<double>());
            Assert.That(parquet.Columns["trainedHere"], Is.All.TypeOf<bool>());
            Assert.That(parquet.Columns["rank"], Has.Some.TypeOf<long>().And.Some.Null, "who failed somewhere has no rank");
        });
    }

    [TestCaseSource(nameof(Reports))]
    public async Task WriteParquet_Metadata_SaysWhatItWasMadeWith(object report)
    {
        ParquetContent parquet = await ParquetContent.Read(Write((IParquetReport)report));

        JsonElement about = JsonDocument.Parse(parquet.Metadata["predictors"]).RootElement;
        Assert.That(about.GetProperty("profile").GetString(), Is.EqualTo("skylake-sp"));
        Assert.That(about.GetProperty("notes").EnumerateArray().Last().GetString(), Is.EqualTo("A note."));
        Assert.That(about.GetProperty("manifest").GetProperty("commandLine")[1].GetString(), Is.EqualTo("traces"));
    }

    [TestCaseSource(nameof(Reports))]
    public void WriteParquet_Twice_TheSameBytes(object report) =>
        Assert.That(Write((IParquetReport)report), Is.EqualTo(Write((IParquetReport)report)));

    private static byte[] Write(IParquetReport report)
    {
        using var file = new MemoryStream();
        report.WriteParquet(file, s_manifest);
        return file.ToArray();
    }

    private static string Field(object? value) => value switch
    {
        null => string.Empty,
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
