using Predictors.Abstractions;
using Predictors.Traces.Csv;
using Predictors.Traces.Tests.Conversion;

namespace Predictors.Traces.Tests.Csv;

public sealed class CsvReadingTests
{
    private const SegmentFlags Ran = SegmentFlags.TaskRan;

    [Test]
    public void Read_MandatoryColumnsOnly_LeavesTheRestUnknown()
    {
        (List<TraceRow> rows, TraceHeader header, _) = Read("vcpu,enter_ns,exit_ns\n0,100,200\n0,200,200\n");

        Assert.That(rows, Is.EqualTo(new TraceRow[]
        {
            new(0, 100, 200, 200, WakeCause.Unknown, Ran, -1, -1, -1, 0, -1, -1),
            new(0, 200, 200, 200, WakeCause.Unknown, Ran, -1, -1, -1, 0, -1, -1),
        }));
        Assert.That((header.Columns, header.Clock, header.SourceSha256), Is.EqualTo((TraceColumns.None, "unknown", "hash")));
    }

    [Test]
    public void Read_ColumnsInAnyOrderWithEmptyCells_FindsEachByName()
    {
        (List<TraceRow> rows, TraceHeader header, _) = Read("""
            exit_ns,cause,vcpu,window_ns,arrival_ns,enter_ns,task_ran,waker_vcpu
            200,device-interrupt,3,50,150,100,0,7
            300,,3,,,250,,
            """);

        Assert.That(rows, Is.EqualTo(new TraceRow[]
        {
            new(3, 100, 200, 150, WakeCause.DeviceInterrupt, SegmentFlags.ArrivalMeasured, 7, -1, -1, 0, -1, 50),
            new(3, 250, 300, 300, WakeCause.Unknown, Ran, -1, -1, -1, 0, -1, -1),
        }));
        Assert.That(header.Columns, Is.EqualTo(
            TraceColumns.Cause | TraceColumns.RecordedWindow | TraceColumns.Arrival | TraceColumns.TaskRan | TraceColumns.Waker));
    }

    [Test]
    public void Read_MarkCarriageReturnsAndEmptyLines_AreNoData()
    {
        (List<TraceRow> rows, _, _) = Read("\ufeff# made by hand\r\n\r\nvcpu,enter_ns,exit_ns\r\n0,100,200\r\n\r\n");

        Assert.That(rows, Has.Count.EqualTo(1));
        Assert.That(rows[0].ExitNs, Is.EqualTo(200));
    }

    [Test]
    public void Read_VcpusMixed_KeepsTheOrderOfEach()
    {
        (List<TraceRow> rows, _, _) = Read("vcpu,enter_ns,exit_ns\n1,500,600\n0,100,200\n1,700,800\n0,200,300\n");

        Assert.That(rows.Select(r => (r.Vcpu, r.EntryNs)), Is.EqualTo(new[] { (0, 100L), (0, 200L), (1, 500L), (1, 700L) }));
    }

    [Test]
    public void Inspection_OfRows_CountsThem()
    {
        (_, _, TraceInspection found) = Read("""
            vcpu,enter_ns,exit_ns,arrival_ns,arrival_basis,cause,task_ran,after_gap
            1,100,200,150,measured,timer,1,
            1,250,300,260,estimated,timer,0,1
            0,90,95,,,,,0
            """);

        Assert.Multiple(() =>
        {
            Assert.That((found.FirstNs, found.LastNs), Is.EqualTo((90L, 300L)));
            Assert.That((found.ArrivalsMeasured, found.ArrivalsEstimated, found.ArrivalsUnknown), Is.EqualTo((1L, 1L, 1L)));
            Assert.That((found.Causes[(int)WakeCause.Timer], found.Causes[(int)WakeCause.Unknown]), Is.EqualTo((2L, 1L)));
            Assert.That(string.Join(' ', found.Vcpus.Keys), Is.EqualTo("0 1"));
            Assert.That(found.Of(1), Is.EqualTo(new VcpuInspection
            {
                Vcpu = 1, IdleSource = "segments", Enters = 2, Exits = 2, Pairs = 2, IdleNs = 150, Segments = 2, TaskRan = 1, Gaps = 1,
            }).UsingPropertiesComparer());
        });
    }

    [Test]
    public void Inspection_CommentsOfTheWholeTrace_AreTaken()
    {
        (_, _, TraceInspection found) = Read("# first_ns=5\nvcpu,enter_ns,exit_ns\n1,100,200\n# last_ns=900\n# vcpus=0,1,6\n");

        Assert.That((found.FirstNs, found.LastNs, string.Join(' ', found.Vcpus.Keys)), Is.EqualTo((5L, 900L, "0 1 6")));
        Assert.That(found.Of(6).IdleSource, Is.EqualTo("segments"));
    }

    private static (List<TraceRow> Rows, TraceHeader Header, TraceInspection Inspection) Read(string text)
    {
        using var folder = new TemporaryFolder();
        using var reader = new CsvTraceReader(folder.Write("trace.csv", text), "hash");
        return (RowReader.ReadAll(reader), reader.Header, reader.Inspection);
    }
}
