namespace Predictors.Hosting.Tests;

/// <summary>Makes, from a good DLL, one that differs in a few bytes.</summary>
internal static class Bytes
{
    public static void Replace(string file, ReadOnlySpan<byte> old, ReadOnlySpan<byte> with)
    {
        byte[] content = File.ReadAllBytes(file);
        int at = content.AsSpan().IndexOf(old);
        Assert.That(at, Is.GreaterThan(0), "the bytes to replace are not there");
        Assert.That(with.Length, Is.EqualTo(old.Length));
        with.CopyTo(content.AsSpan(at));
        File.WriteAllBytes(file, content);
    }

    /// <summary>A copy of an assembly that is another build by its identity, and the same otherwise.</summary>
    public static byte[] AnotherBuild(string file, Guid mvid)
    {
        byte[] content = File.ReadAllBytes(file);
        int at = content.AsSpan().IndexOf(mvid.ToByteArray());
        Assert.That(at, Is.GreaterThan(0), "the identity is not there");
        content[at] ^= 0xff;
        return content;
    }
}
