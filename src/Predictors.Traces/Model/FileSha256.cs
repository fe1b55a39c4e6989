namespace Predictors.Traces;

/// <summary>The SHA-256 of a file's bytes. Hashing a packed trace takes as long as reading it, so that it may be done only when it is asked for.</summary>
public sealed class FileSha256 : IEquatable<FileSha256>
{
    private readonly Lazy<string> _digits;

    /// <summary>A hash that is known.</summary>
    /// <param name="digits">Its lower-case hexadecimal digits.</param>
    public FileSha256(string digits) => _digits = new Lazy<string>(digits);

    /// <summary>A hash that is made when it is asked for.</summary>
    /// <param name="hash">Makes it.</param>
    internal FileSha256(Func<string> hash) => _digits = new Lazy<string>(hash);

    /// <summary>The hash in lower-case hexadecimal digits.</summary>
    /// <exception cref="TraceFormatException">The file can't be read.</exception>
    public string Digits => _digits.Value;

    /// <inheritdoc/>
    public bool Equals(FileSha256? other) => other is not null && Digits == other.Digits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FileSha256);

    /// <inheritdoc/>
    public override int GetHashCode() => Digits.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Digits;
}
