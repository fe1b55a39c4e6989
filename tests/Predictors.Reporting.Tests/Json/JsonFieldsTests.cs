using System.Text;
using System.Text.Json;

namespace Predictors.Reporting.Tests;

public class JsonFieldsTests
{
    [TestCase(1.5, "2")]
    [TestCase(1e18, "1000000000000000000")]
    [TestCase(0, "0")]
    [TestCase(double.NaN, "null")]
    [TestCase(double.PositiveInfinity, "null")]
    public void WriteWholeNs_Value_IsAWholeNumberOrNull(double ns, string expected) =>
        Assert.That(Written(json => json.WriteWholeNs("ns", ns)), Is.EqualTo($"{{\"ns\":{expected}}}"));

    [TestCase(0.25, "0.25")]
    [TestCase(null, "null")]
    [TestCase(double.NaN, "null")]
    public void WriteDefined_Value_IsANumberOrNull(double? value, string expected) =>
        Assert.That(Written(json => json.WriteDefined("r", value)), Is.EqualTo($"{{\"r\":{expected}}}"));

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
