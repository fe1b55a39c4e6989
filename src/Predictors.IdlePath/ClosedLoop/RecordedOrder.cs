namespace Predictors.IdlePath;

/// <summary>
/// Numbers the wake-ups in recorded order: by arrival, then by vCPU, then as they follow each other there. A cause must come earlier in this
/// order than its effect, so that no chain of causes closes to a circle.
/// </summary>
internal static class RecordedOrder
{
    public static void Number(WakeUpGraph graph)
    {
        int vcpus = graph.Columns.Count;
        var next = new PriorityQueue<int, (long ArrivalNs, int Vcpu)>();
        var at = new int[vcpus];
        for (int v = 0; v < vcpus; v++)
        {
            graph.Rank[graph.FirstStretch[v]] = -1;
            at[v] = graph.FirstSegment[v];
            Enqueue(v);
        }

        graph.ByRank = new int[graph.Vcpu.Length - vcpus];
        for (int rank = 0; next.TryDequeue(out int v, out _); rank++)
        {
            int stretch = graph.FirstStretch[v] + 1 + at[v] - graph.FirstSegment[v];
            graph.Rank[stretch] = rank;
            graph.ByRank[rank] = stretch;
            at[v]++;
            Enqueue(v);
        }

        void Enqueue(int v)
        {
            if (at[v] < graph.Columns[v].Count)
            {
                next.Enqueue(v, (graph.Columns[v].ArrivalNs[at[v]], v));
            }
        }
    }
}
