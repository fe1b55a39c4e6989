using System.Text;
using Predictors.Traces.Compression;
using Predictors.Traces.Readers.Binary;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Tests.Readers;

/// <summary>All that a reader gives for one recording.</summary>
internal sealed class Recording
{
    private Recording(IKernelEventReader reader, IReadOnlyList<KernelEvent> events)
    {
        Reader = reader;
        Events = events;
    }

    public IKernelEventReader Reader { get; }

    public IReadOnlyList<KernelEvent> Events { get; }

    public TraceInspection Inspection => Reader.Inspection;

    /// <summary>The events as text: kind, CPU, task, time, values, <c>irq</c> in an interrupt, place.</summary>
    public IEnumerable<string> Lines => Events.Select(Line);

    public static string Line(KernelEvent e) =>
        $"{e.Kind} cpu{e.Cpu} pid{e.Pid} {e.TimeNs} {e.A} {e.B} {e.C}{(e.InInterrupt ? " irq" : "")} @{e.Place}";

    public static Recording Of(string text, long? clockHz = null, int bufferBytes = 4096, int batch = 16) =>
        Of(Encoding.UTF8.GetBytes(text), clockHz, bufferBytes, batch);

    public static Recording Of(byte[] bytes, long? clockHz = null, int bufferBytes = 4096, int batch = 16)
    {
        var file = new UnpackedFile("trace.txt", new MemoryStream(bytes));
        return Of(TextEventReader.Open(file, new KernelEventReaderOptions { ClockHz = clockHz }, bufferBytes), batch);
    }

    public static Recording OfFile(string path, long? clockHz = null) =>
        Of(KernelEventReaders.Open(path, new KernelEventReaderOptions { ClockHz = clockHz }), 4096);

    /// <summary>Reads a binary recording from memory.</summary>
    public static Recording OfBinary(byte[] bytes, long? clockHz = null, int batch = 16)
    {
        using var file = new UnpackedFile("trace.dat", new MemoryStream(bytes));
        return Of(BinaryRecordings.TryOpen(file, new KernelEventReaderOptions { ClockHz = clockHz })!, batch);
    }

    private static Recording Of(IKernelEventReader reader, int batch)
    {
        using (reader)
        {
            var events = new List<KernelEvent>();
            var buffer = new KernelEvent[batch];
            for (int count; (count = reader.Read(buffer)) > 0;)
            {
                events.AddRange(buffer.AsSpan(0, count));
            }

            return new Recording(reader, events);
        }
    }
}
