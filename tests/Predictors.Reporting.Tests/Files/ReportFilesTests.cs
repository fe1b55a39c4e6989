using System.Text;

namespace Predictors.Reporting.Tests;

public class ReportFilesTests
{
    private static readonly PluginsReport s_report = new([], [new("dir/\u00fcber.dll", null, "+1")]);

    private string _folder = string.Empty;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("predictors-report-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void WriteJson_ToAFile_IsWhatGoesToAStream()
    {
        string path = Path.Combine(_folder, "a.json");

        ReportFiles.WriteJson(s_report, path);

        string text = File.ReadAllText(path);
        Assert.That(text, Is.EqualTo(Expectation.Json(s_report)));
        Assert.That(text, Does.Contain("\"dir/\u00fcber.dll\"").And.Contain("\"+1\"").And.EndsWith("}\n"));
        Assert.That(text, Does.Not.Contain('\r'));
    }

    [Test]
    public void WriteCsv_ToAFile_IsUtf8WithoutAMark()
    {
        string path = Path.Combine(_folder, "a.csv");

        ReportFiles.WriteCsv(s_report, path);

        Assert.That(File.ReadAllBytes(path), Is.EqualTo(Encoding.UTF8.GetBytes(Expectation.Csv(s_report))));
    }
}
