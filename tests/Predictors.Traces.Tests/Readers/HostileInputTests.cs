using System.Text;
using CsCheck;
using Predictors.Traces.Compression;

namespace Predictors.Traces.Tests.Readers;

[TestFixture]
public sealed class HostileInputTests
{
    private static readonly byte[] Sample = Encoding.UTF8.GetBytes(
        """
        # set=s1 cap_halt_poll=-1 (-1: host default 200000)
        # tracer: nop
        ##### CPU 1 buffer started ####
                  <idle>-0       [000] d.h3.  3461.851745: sched_waking: comm=cli-7 pid=6679 prio=120 target_cpu=000
                  <idle>-0       [000] d..2.  3461.851766: sched_switch: prev_comm=swapper/0 prev_pid=0 prev_prio=120 prev_state=R ==> next_comm=cli-7 next_pid=6679 next_prio=120
                  <idle>-0       [001] d..2.  3461.851767: sched_switch: swapper/1:0 [120] R ==> kworker/2:1:2923 [120]
        CPU:1 [LOST 4044 EVENTS]
                  <idle>-0       [000] d..1.  3461.851924: cpu_idle: state=1 cpu_id=0
          <idle>-0         0d..1. 13461us#: cpu_idle: state=4294967295 cpu_id=0
           rr-client-15923   [001] d..2.  5000.891778: hrtimer_start: hrtimer=00000000e1715515 function=tick_nohz_handler expires=5441679236380
                  <idle>-0       [000] d..1.  7619304376378: local_timer_entry: vector=236
                 swapper     0 [000]  4028.279670807:       power:cpu_idle: state=1 cpu_id=0
                   :1801 18/01 [000]  4028.279670807:     1 sched:sched_wakeup: comm=a b pid=6 prio=120 target_cpu=001
        """);

    private static readonly Gen<(int Kind, int Place, byte Value)[]> Changes =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 1 << 20], Gen.Byte).Array[1, 12];

    private static readonly string[] Wrappings = ["", "TRACE:\n", "<html>\n<script class=\"trace-data\">\n", "{\"systemTraceEvents\":\""];

    [Test]
    public void Text_Damaged_GivesEventsOrOneClearError() =>
        Changes.Sample(changes => ReadDamaged(Sample, changes), iter: 20_000, threads: 1);

    [Test]
    public void Wrapping_Damaged_GivesEventsOrOneClearError() =>
        (from wrapping in Gen.OneOf<string>(Wrappings) from changes in Changes select (wrapping, changes)).Sample(
            c => ReadDamaged([.. Encoding.UTF8.GetBytes(c.wrapping), .. Sample], c.changes), iter: 5_000, threads: 1);

    [TestCase("traces-raw/memcached-open-3000-hrtimers.txt.zst")]
    [TestCase("traces-raw/tcp-rr-pinned.txt.gz")]
    public void Archive_Damaged_GivesEventsOrOneClearError(string name)
    {
        byte[] bytes = File.ReadAllBytes(SharedRecordings.Find(name))[..60_000];
        Changes.Sample(changes => ReadDamaged(bytes, changes), iter: 60, threads: 1);
    }

    [TestCase("traces-raw/memcached-open-3000-hrtimers.txt.zst")]
    [TestCase("traces-raw/java-closed-4x4ms.perf-script.txt.zst")]
    [TestCase("governor-traces/kvm-ks1.txt.zst")]
    public void Slice_OfRealTextDamaged_GivesEventsOrOneClearError(string name)
    {
        using var file = UnpackedFile.Open(SharedRecordings.Find(name));
        var slice = new byte[8000];
        file.Content.ReadExactly(slice);
        Changes.Sample(changes => ReadDamaged(slice, changes), iter: 1000, threads: 1);
    }

    private static void ReadDamaged(byte[] sample, (int Kind, int Place, byte Value)[] changes)
    {
        byte[] bytes = Damage(sample, changes);
        try
        {
            Recording recording = Recording.Of(bytes, clockHz: 1000, bufferBytes: 512);
            Assert.That(recording.Events.All(e => e.Cpu is >= 0 and <= TraceLimits.MaxVcpu && e.TimeNs is >= 0 and <= TraceLimits.MaxTimeNs));
        }
        catch (TraceFormatException e)
        {
            Assert.That(e.Message, Does.StartWith("trace.txt").And.Not.Contain("\n"));
        }
    }

    private static byte[] Damage(byte[] sample, (int Kind, int Place, byte Value)[] changes)
    {
        var bytes = new List<byte>(sample);
        foreach ((int kind, int where, byte value) in changes)
        {
            int place = bytes.Count == 0 ? 0 : where % bytes.Count;
            switch (kind)
            {
                case 0 when bytes.Count > 0:
                    bytes[place] ^= (byte)(1 << (value % 8));
                    break;
                case 1 when bytes.Count > 0:
                    bytes[place] = value;
                    break;
                case 2:
                    bytes.Insert(place, (byte)"0123456789[]()-:. =\n\"\\"[value % 22]);
                    break;
                case 3 when bytes.Count > 0:
                    bytes.RemoveRange(place, Math.Min(value, bytes.Count - place));
                    break;
                case 4 when value < 64:
                    bytes.RemoveRange(place, bytes.Count - place);
                    break;
            }
        }

        return [.. bytes];
    }
}
