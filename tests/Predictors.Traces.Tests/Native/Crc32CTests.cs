using System.Text;
using CsCheck;
using Predictors.Traces.Native;

namespace Predictors.Traces.Tests.Native;

public sealed class Crc32CTests
{
    // RFC 3720, B.4, and the check value that catalogues of CRCs give.
    [TestCase("123456789", 0xe306_9283u)]
    [TestCase("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 0x8a91_36aau)]
    public void Of_PublishedExamples_GivesTheirSums(string text, uint crc) =>
        Assert.That(Crc32C.Of(Encoding.Latin1.GetBytes(text)), Is.EqualTo(crc));

    [Test]
    public void Of_AnyLength_EqualsTheDefinition() => Gen.Select(Gen.Byte.Array[0, 14_000], Gen.Byte.Array[0, 40]).Sample((bytes, head) =>
        Crc32C.Of(head, bytes) == BitByBit([.. head, .. bytes]), iter: 200);

    private static uint BitByBit(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0x82f6_3b78);
            }
        }

        return ~crc;
    }
}
