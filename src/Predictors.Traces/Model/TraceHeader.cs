using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>What is known of a trace before its first segment is read.</summary>
public sealed record TraceHeader
{
    /// <summary>The trace's name: its file name without the folder.</summary>
    public required string Name { get; init; }

    /// <summary>The format in words, such as <c>ftrace text</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The SHA-256 of the file's bytes; a reader that makes it only when asked must then still be open.</summary>
    public required FileSha256 Sha256 { get; init; }

    /// <summary>
    /// The SHA-256 of the file that was recorded: a converted trace keeps the one of its source, so that a learned
    /// predictor recognises it.
    /// </summary>
    public required string SourceSha256 { get; init; }

    /// <summary>The name of the file that was recorded, where this one was converted from it; null where this is the recording.</summary>
    public string? SourceName { get; init; }

    /// <summary>The format of the file that was recorded, where this one was converted from it; null where this is the recording.</summary>
    public string? SourceFormat { get; init; }

    /// <summary>The trace's clock, such as <c>mono</c>, or <c>unknown</c>.</summary>
    public required string Clock { get; init; }

    /// <summary>The optional columns that the trace carries.</summary>
    public required TraceColumns Columns { get; init; }
}
