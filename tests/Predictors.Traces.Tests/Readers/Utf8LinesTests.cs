using System.Text;
using CsCheck;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Tests.Readers;

[TestFixture]
public sealed class Utf8LinesTests
{
    [Test]
    public void Lines_OfAnyTextAndBuffer_AreThoseOfTheText() =>
        Gen.Select(Gen.String[Gen.OneOf('a', 'b', '\r', '\n'), 0, 60], Gen.Int[1, 20], Gen.Int[0, 80]).Sample(
            (text, bufferBytes, ahead) =>
            {
                string[] expected = text.Split('\n');
                expected = expected[^1].Length == 0 ? expected[..^1] : expected;
                var lines = new Utf8Lines(new MemoryStream(Encoding.UTF8.GetBytes(text)), bufferBytes);
                string start = Encoding.UTF8.GetString(lines.ReadAhead(ahead).Span);
                Assert.That(text, Does.StartWith(start));
                Assert.That(start, Has.Length.GreaterThanOrEqualTo(Math.Min(ahead, text.Length)));
                Assert.That(All(lines), Is.EqualTo(expected.Select(l => l.EndsWith('\r') ? l[..^1] : l)));
            },
            iter: 5000,
            threads: 1);

    [TestCase(TraceLimits.MaxLineBytes, false)]
    [TestCase(TraceLimits.MaxLineBytes + 1, true)]
    public void Line_AtTheLimit_IsReadAndBeyondItSkipped(int length, bool tooLong)
    {
        foreach (int bufferBytes in (int[])[1000, TraceLimits.MaxLineBytes, 1 << 20])
        {
            var lines = new Utf8Lines(new MemoryStream(Encoding.UTF8.GetBytes(new string('x', length) + "\nnext")), bufferBytes);
            lines.TryRead(out ReadOnlySpan<byte> line);
            Assert.That((lines.TooLong, line.Length), Is.EqualTo((tooLong, tooLong ? Utf8Lines.LongLineExcerptBytes : length)));
            Assert.That(All(lines), Is.EqualTo(["next"]));
            Assert.That(lines.LineNumber, Is.EqualTo(2));
        }
    }

    private static List<string> All(Utf8Lines lines)
    {
        var all = new List<string>();
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            all.Add(Encoding.UTF8.GetString(line));
        }

        return all;
    }
}
