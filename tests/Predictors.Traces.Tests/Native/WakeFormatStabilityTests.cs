using Predictors.Traces.Native;

namespace Predictors.Traces.Tests.Native;

/// <summary>What version 1 looks like in bytes: files that exist must stay readable.</summary>
public sealed class WakeFormatStabilityTests
{
    private static readonly string[] Expected =
    [
        // Magic, version, flags, length, columns, source hash, name, format, clock, checksum.
        "8957414b450d0a1a", "0100", "0000", "57000000", "ff000000",
        "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
        "0a00736f757263652e747874", "0b00667472616365207465787404006d6f6e6f", "2e5bef49",

        // CHNK, as is, 146 bytes, of vCPU 0, two segments from the first on, checksum.
        "43484e4b", "00000000", "92000000", "92000000", "00000000", "02000000", "0000000000000000", "37046668",
        "00e803000000000000", // first entry: 1000
        "020000000000000000", "0000f401", // gaps: 0, 500
        "04f401000000000000", "000000007c0f0100", // lengths: 500, 70,000
        "010500000000000000", "0004", // flags: 5, 9
        "026400000000000000", "00008403", // arrival before exit: 100, 1000
        "010100000000000000", "0001", // causes: 1, 2
        "01ffffffffffffffff", "0002", // waker vCPUs: -1, 1
        "010000000000000000", "0014", // waker: unknown, 10 ns before the arrival
        "02ffffffffffffffff", "91010000", // next timers: 400, -1
        "010000000000000000", "0200", // timer writes: 2, 0
        "000100000000000000", // states: 1, 1
        "040000000000000000", "400d030000000000", // windows: 200,000, 0

        // CHNK of vCPU 1: every column holds one value.
        "43484e4b", "00000000", "6c000000", "6c000000", "01000000", "01000000", "0000000000000000", "ed37821a",
        "00f401000000000000", "000000000000000000", "009001000000000000", "000200000000000000", "000000000000000000", "000000000000000000",
        "00ffffffffffffffff", "000000000000000000", "00ffffffffffffffff", "000100000000000000", "00ffffffffffffffff", "00ffffffffffffffff",
    ];

    [Test]
    public void Writer_SmallTrace_WritesTheseBytes()
    {
        string expected = string.Concat(Expected);

        byte[] bytes = WakeBytes.Of(WakeBytes.Small(), compress: false);

        Assert.That(Convert.ToHexStringLower(bytes)[..expected.Length], Is.EqualTo(expected));
    }

    [Test]
    public void Writer_EndMark_HoldsTheTotalAndWhereTheChunksEnd()
    {
        byte[] bytes = WakeBytes.Of(WakeBytes.Small(), compress: false);

        ReadOnlySpan<byte> end = bytes.AsSpan(bytes.Length - WakeBlock.Bytes - WakeBlock.EndPayloadBytes);
        long chunksEnd = string.Concat(Expected).Length / 2;
        Assert.That(end[..4].SequenceEqual("END "u8));
        Assert.That(BitConverter.ToInt64(end[^16..]), Is.EqualTo(3));
        Assert.That(BitConverter.ToInt64(end[^8..]), Is.EqualTo(chunksEnd));
        Assert.That(bytes.AsSpan((int)chunksEnd, 4).SequenceEqual("INSP"u8));
    }
}
