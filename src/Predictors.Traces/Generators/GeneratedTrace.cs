using System.Security.Cryptography;
using System.Text;
using Predictors.Abstractions;
using Predictors.Traces.Generators;

namespace Predictors.Traces;

/// <summary>
/// A synthetic trace, generated while it is read: memory does not grow with its length, and one plan gives the same bits
/// on every machine.
/// </summary>
public sealed class GeneratedTrace : ITraceReader
{
    private readonly GenerationPlan _plan;
    private readonly WorkloadModel[] _models;
    private readonly GeneratedVcpu[] _vcpus;
    private readonly PhaseOrder _order;
    private readonly ChunkPool _pool;
    private readonly Queue<SegmentChunk> _full = new();
    private readonly long _endNs;
    private IReadOnlyList<WorkloadGroup> _groups = [];
    private PhaseOutput? _output;
    private long _phase;
    private bool _complete;

    /// <summary>Begins a trace.</summary>
    /// <param name="plan">What is to be generated.</param>
    /// <exception cref="ArgumentException">The plan can't be carried out; the message says why.</exception>
    public GeneratedTrace(GenerationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.Require();
        _plan = plan;
        _models = [.. plan.Workloads.Select(w => w.Workload.Create(w.Values))];
        _order = new PhaseOrder(_models.Length, plan.PhaseNs, plan.DayNs);
        _endNs = plan.LengthNs ?? TraceLimits.MaxTimeNs;
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"generated: {plan.Text}")));
        Header = new TraceHeader
        {
            Name = plan.Text,
            Format = "generated",
            Sha256 = new FileSha256(sha256),
            SourceSha256 = sha256,
            Clock = "generated",
            Columns = _models.Aggregate(TraceColumns.Arrival | TraceColumns.Cause, (columns, model) => columns | model.Columns),
        };
        _pool = new ChunkPool(Header.Columns);
        _vcpus = [.. Enumerable.Range(0, _models.Max(m => m.Vcpus)).Select(v => new GeneratedVcpu(Inspect(v), _pool, _full))];
    }

    /// <inheritdoc/>
    /// <remarks>The name is the plan in words; both hashes are those of the plan.</remarks>
    public TraceHeader Header { get; }

    /// <inheritdoc/>
    public TraceInspection Inspection { get; } = new();

    /// <inheritdoc/>
    public double Progress => _complete ? 1
        : _plan.Periods is { } periods ? _vcpus.Min(v => v.Segments) / (double)periods
        : Math.Min(1, (_groups.Count == 0 ? 0 : _groups.Min(g => g.ClockNs)) / (double)_endNs);

    /// <summary>What each workload was expected to be and came to be; complete once <see cref="Read"/> has returned null.</summary>
    public IReadOnlyList<WorkloadStatistics> Statistics =>
        [.. _plan.Workloads.Zip(_models, (w, model) => new WorkloadStatistics(w.Text, [.. model.Statistics]))];

    /// <inheritdoc/>
    public SegmentChunk? Read()
    {
        SegmentChunk? chunk;
        while (!_full.TryDequeue(out chunk))
        {
            if (_complete)
            {
                return null;
            }

            Advance();
        }

        Inspection.CountSegments(chunk);
        return chunk;
    }

    /// <inheritdoc/>
    public void Recycle(SegmentChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        _pool.Recycle(chunk);
    }

    /// <summary>Does nothing: there is no file.</summary>
    public void Dispose()
    {
    }

    private VcpuInspection Inspect(int vcpu)
    {
        VcpuInspection inspection = Inspection.Of(vcpu);
        inspection.IdleSource = "generated";
        return inspection;
    }

    // The group that is furthest behind goes on, so that the vCPUs' chunks come in about the order of time.
    private void Advance()
    {
        WorkloadGroup? next = _output is null ? null : _groups.Where(g => !g.IsDone(_output)).MinBy(g => g.ClockNs);
        if (next is null)
        {
            if (!TryBeginPhase())
            {
                Complete();
            }

            return;
        }

        for (int i = 0; i < SegmentChunk.DefaultCapacity && _full.Count == 0 && !next.IsDone(_output!); i++)
        {
            next.Round(_output!);
        }
    }

    private bool TryBeginPhase()
    {
        bool single = _models.Length == 1;
        long startNs = single ? 0 : _phase * _plan.PhaseNs;
        if (startNs >= _endNs || (single && _phase > 0))
        {
            return false;
        }

        WorkloadModel model = _models[_order.Next()];
        _output = new PhaseOutput(_vcpus, single ? _endNs : Math.Min(_endNs, startNs + _plan.PhaseNs), _plan.Periods ?? long.MaxValue);
        foreach (GeneratedVcpu vcpu in _vcpus)
        {
            vcpu.Break();
        }

        _groups = model.Begin(KeyedDraws.Derive(_plan.Seed, _phase), startNs);
        _phase++;
        return true;
    }

    private void Complete()
    {
        foreach (GeneratedVcpu vcpu in _vcpus)
        {
            vcpu.Flush();
        }

        Inspection.FirstNs = 0;
        Inspection.LastNs = _plan.LengthNs ?? _vcpus.Max(v => v.LastExitNs);
        _complete = true;
    }
}
