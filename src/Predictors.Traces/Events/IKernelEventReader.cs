namespace Predictors.Traces;

/// <summary>Reads the kernel events of a recording, in file order. Memory does not grow with the file.</summary>
public interface IKernelEventReader : IDisposable
{
    /// <summary>The format in words, such as <c>ftrace text</c>.</summary>
    string Format { get; }

    /// <summary>The clock, such as <c>mono</c>, or <c>unknown</c>.</summary>
    string Clock { get; }

    /// <summary>What <see cref="KernelEvent.Place"/> counts: <c>line</c> or <c>byte</c>.</summary>
    string PlaceUnit { get; }

    /// <summary>
    /// The kinds of event met at the start (the first 4 MiB of a text, the first 32768 events of a binary file): they decide
    /// which columns the trace declares.
    /// </summary>
    IReadOnlySet<KernelEventKind> KindsAtStart { get; }

    /// <summary>
    /// Settings that the recording's leading comment lines state as <c>name=value</c> words, such as
    /// <c>guest_halt_poll_ns=200000</c>.
    /// </summary>
    IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Events by name, lines that were not understood, the number of CPUs that the header names, and anomalies go here.</summary>
    TraceInspection Inspection { get; }

    /// <summary>How much of the file has been read, from 0 to 1.</summary>
    double Progress { get; }

    /// <summary>Decodes the next events.</summary>
    /// <param name="events">Where they go.</param>
    /// <returns>How many; 0 at the end.</returns>
    /// <exception cref="TraceFormatException">The file is not what it claims to be; the message names file and place.</exception>
    int Read(Span<KernelEvent> events);
}
