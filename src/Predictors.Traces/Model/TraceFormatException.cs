namespace Predictors.Traces;

/// <summary>A trace can't be read. The message names the file, the place, what was expected and what was found.</summary>
public sealed class TraceFormatException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="file">The file.</param>
    /// <param name="place">The place in it, such as <c>line 12</c> or <c>byte 4096</c>; null for the file as a whole.</param>
    /// <param name="message">What was expected and what was found, in a sentence.</param>
    /// <param name="inner">The error that led to it, if any.</param>
    public TraceFormatException(string file, string? place, string message, Exception? inner = null)
        : base(place is null ? $"{file}: {message}" : $"{file}, {place}: {message}", inner)
    {
        File = file;
        Place = place;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The place in it, or null.</summary>
    public string? Place { get; }
}
