using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>One vCPU of a part of a trace.</summary>
internal sealed class SlicedVcpu(VcpuInspection inspection)
{
    private long _kept;
    private bool _leftOut;

    /// <summary>Leaves out of a chunk what is not kept: the others move up.</summary>
    /// <returns>How many wakers were cut away.</returns>
    public long Cut(SegmentChunk chunk, SliceRules rules)
    {
        int to = 0;
        long wakers = 0;
        for (int from = 0; from < chunk.Count; from++)
        {
            if (!rules.Keeps(chunk, from))
            {
                _leftOut = true;
                continue;
            }

            Move(chunk, from, to);
            chunk.Flags[to] |= _leftOut && _kept + to > 0 ? SegmentFlags.AfterGap : SegmentFlags.None;
            _leftOut = false;
            wakers += CutWaker(chunk, to, rules);
            inspection.IdleNs += chunk.ExitNs[to] - chunk.EntryNs[to];
            to++;
        }

        chunk.Count = to;
        chunk.FirstIndex = _kept;
        _kept += to;
        inspection.Enters = inspection.Exits = inspection.Pairs = _kept;
        return wakers;
    }

    private static int CutWaker(SegmentChunk chunk, int i, SliceRules rules)
    {
        if (chunk.WakerVcpu is not { } vcpus || vcpus[i] < 0 || rules.KeepsWaker(vcpus[i], chunk.WakerNs![i]))
        {
            return 0;
        }

        vcpus[i] = -1;
        chunk.WakerNs![i] = IdleEntry.UnknownNs;
        return 1;
    }

    private static void Move(SegmentChunk chunk, int from, int to)
    {
        if (from != to)
        {
            SegmentCopy.Copy(chunk, from, chunk, to);
        }
    }
}
