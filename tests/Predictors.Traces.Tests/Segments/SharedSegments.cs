using System.Collections.Concurrent;
using Predictors.Traces.Tests.Readers;

namespace Predictors.Traces.Tests.Segments;

/// <summary>The segments of the recordings that stand beside the repository, each read once.</summary>
internal static class SharedSegments
{
    private const long TscHz = 2_299_998_000;

    private static readonly ConcurrentDictionary<string, Lazy<SegmentList>> Read = new();

    public static SegmentList Of(string name)
    {
        string path = SharedRecordings.Find(name);
        return Read.GetOrAdd(path, p => new Lazy<SegmentList>(() => SegmentList.Of(Open(p)))).Value;
    }

    public static IKernelEventReader Open(string path) =>
        KernelEventReaders.Open(path, new KernelEventReaderOptions { ClockHz = path.Contains("-tsc", StringComparison.Ordinal) ? TscHz : null });
}
