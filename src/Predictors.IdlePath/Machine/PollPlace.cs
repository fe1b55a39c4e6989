namespace Predictors.IdlePath;

/// <summary>Where in the idle path the poll sits: that decides what a caught wake-up saves.</summary>
public enum PollPlace
{
    /// <summary>
    /// In the guest, before its tick is stopped (smart idle poll v2 and v3; the haltpoll governor, which keeps the tick running while it
    /// polls): a catch saves the timer writes, HLT and the IPI. The host polls too, unless the guest switches that off.
    /// </summary>
    BeforeTickStop,

    /// <summary>
    /// In the guest's halt routine, after its tick was stopped (smart idle poll v1): a catch saves HLT and the IPI, not the timer writes.
    /// The host polls too, unless the guest switches that off.
    /// </summary>
    InHalt,

    /// <summary>In the host only: the predictor stands in the place of the host's own rule and the guest halts at once.</summary>
    Host,

    /// <summary>In the guest, before its tick is stopped, and in the host, even where the guest would switch that off.</summary>
    Both,

    /// <summary>Nowhere: the guest halts at once and the host blocks the vCPU at once.</summary>
    None,
}
