using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Readers.Binary.PerfData;

/// <summary>Gives the events of a perf.data file in time order, as far as its rounds tell that order.</summary>
/// <param name="file">The file, disposed with this.</param>
/// <param name="records">Its records, disposed with this.</param>
/// <param name="session">Decodes them.</param>
internal sealed class PerfRecordSource(FileBytes file, PerfRecords records, PerfSession session) : RecordSource
{
    private readonly RoundSorter _sorter = new();
    private bool _ended;

    /// <inheritdoc/>
    public override string Clock => session.Clock;

    /// <inheritdoc/>
    public override EventNames Names => session.Names;

    /// <inheritdoc/>
    public override double Progress => Math.Min(1, (double)records.At / file.Length);

    /// <inheritdoc/>
    public override int Read(Span<KernelEvent> events)
    {
        while (!_sorter.IsReady && !_ended)
        {
            if (records.TryRead(out RecordType type, out ReadOnlySpan<byte> body))
            {
                Take(type, body);
                continue;
            }

            _ended = true;
            _sorter.End();
            if (_sorter.Late > 0)
            {
                session.CountLate(_sorter.Late, records.Place);
            }
        }

        return _sorter.Take(events);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        records.Dispose();
        file.Dispose();
    }

    private void Take(RecordType type, ReadOnlySpan<byte> body)
    {
        KernelEvent e;
        switch (type)
        {
            case RecordType.Sample when session.TryDecode(body, records.Place, out e):
            case RecordType.Lost when session.TryDecodeLoss(body, sizeof(ulong), records.Place, out e):
            case RecordType.LostSamples when session.TryDecodeLoss(body, 0, records.Place, out e):
                _sorter.Add(in e);
                break;
            case RecordType.TaskName:
                session.ReadTaskName(body);
                break;
            case RecordType.FinishedRound:
                _sorter.EndRound();
                break;
            case RecordType.Attribute:
                session.ReadAttribute(body, records.Place);
                break;
            case RecordType.TracingData:
                // The descriptions follow the record, padded to words.
                ulong size = session.ReadSize(body, sizeof(uint), records.Place);
                session.ReadTracingData(records.Skip((size + 7) & ~7ul, "event descriptions"));
                break;
            case RecordType.AuxTrace:
                records.Skip(session.ReadSize(body, sizeof(ulong), records.Place), "processor trace");
                break;
        }
    }
}
