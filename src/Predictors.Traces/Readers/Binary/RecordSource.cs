using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Readers.Binary;

/// <summary>Gives the events of a binary recording in time order.</summary>
internal abstract class RecordSource : IDisposable
{
    /// <summary>The format in words.</summary>
    public required string Format { get; init; }

    /// <summary>The clock, or <c>unknown</c>.</summary>
    public abstract string Clock { get; }

    /// <summary>The names of the events, with their counts.</summary>
    public abstract EventNames Names { get; }

    /// <summary>How much of the file has been read, from 0 to 1.</summary>
    public abstract double Progress { get; }

    /// <summary>Decodes the next events; a mark of lost events bears no time.</summary>
    /// <returns>How many; 0 at the end.</returns>
    public abstract int Read(Span<KernelEvent> events);

    /// <inheritdoc/>
    public abstract void Dispose();
}
