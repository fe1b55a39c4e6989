using CsCheck;

namespace Predictors.Reporting.Tests;

public class CsvTableTests
{
    [TestCase("plain", "plain")]
    [TestCase("", "")]
    [TestCase(null, "")]
    [TestCase("a,b", "\"a,b\"")]
    [TestCase("say \"a\"", "\"say \"\"a\"\"\"")]
    [TestCase("two\nlines", "\"two\nlines\"")]
    [TestCase(" blanks ", " blanks ")]
    public void Field_Value_IsQuotedWhereItMustBe(string? value, string expected) =>
        Assert.That(CsvTable.Field(value), Is.EqualTo(expected));

    [Test]
    public void Write_Rows_EndWithCarriageReturnAndLineFeed()
    {
        using var text = new StringWriter();

        CsvTable.Write<long>(text, [new("n", CsvTable.Number), new("none", _ => null)], [1, 2]);

        Assert.That(text.ToString(), Is.EqualTo("n,none\r\n1,\r\n2,\r\n"));
    }

    [Test]
    public void Write_AnyFields_AreReadBackByTheRulesOfRfc4180() =>
        Gen.String[Gen.Char["ab,\"\r\n "], 0, 6].Array[1, 4].Array[0, 4].Where(rows => rows.All(r => r.Length == (rows.Length > 0 ? rows[0].Length : 0)))
            .Sample(rows =>
            {
                int columns = rows.Length > 0 ? rows[0].Length : 1;
                using var text = new StringWriter();
                CsvTable.Write(
                    text, [.. Enumerable.Range(0, columns).Select(i => new CsvColumn<string[]>("h", row => row[i]))], rows);

                Assert.That(Rfc4180.Parse(text.ToString()).Skip(1), Is.EqualTo(rows));
            });

    [Test]
    public void WholeNs_BeyondTheDigitsOfADouble_HasNoExponent() =>
        Assert.That(CsvTable.WholeNs(1e18), Is.EqualTo("1000000000000000000"));
}
