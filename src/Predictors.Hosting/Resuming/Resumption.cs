namespace Predictors.Hosting;

/// <summary>What is kept of an earlier run of a command that replays the same traces under several plans.</summary>
/// <param name="kept">What is kept; what is done is added to it.</param>
/// <param name="about">What decides the figures beside a plan, such as the hash of a profile's file.</param>
/// <param name="save">Writes what is kept; called whenever a part of the work is done.</param>
public sealed class Resumption(KeptRuns kept, IEnumerable<string> about, Action save)
{
    private readonly FileHashes _hashes = new();
    private readonly string[] _about = [.. about];
    private readonly List<ResumedReplayer> _replayers = [];

    /// <summary>How many rows, one for each trace and contender of a plan, there were.</summary>
    public int Rows => _replayers.Sum(r => r.Rows);

    /// <summary>How many of them were taken from what an earlier run had kept.</summary>
    public int Taken => _replayers.Sum(r => r.Taken);

    /// <summary>Makes what replays traces under a plan, apart from what is kept.</summary>
    /// <param name="plan">The plan; it gathers nothing for pictures.</param>
    /// <param name="more">What decides the figures of this plan beside it.</param>
    public ResumedReplayer ReplayerOf(RunPlan plan, params IEnumerable<string> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        var replayer = new ResumedReplayer(plan, kept, [.. _about, .. more], _hashes);
        _replayers.Add(replayer);
        return replayer;
    }

    /// <summary>Writes what is kept.</summary>
    public void Save() => save();
}
