namespace Predictors.IdlePath;

/// <summary>What a draw is for: different things of an idle period have different luck.</summary>
internal enum LuckOf
{
    TickStop = 1,
    TickRestart,
    HltExit,
    HostBlock,
    HostWake,
    GuestEntry,
    Inject,
    IpiSend,
    StoreWake,
    TimerExpiry,
    PollIsCut,
    PollCutAfter,
    PcpuIsTaken,
    RunQueueWait,
    BusyTimerWrites,
    ScanPhase,
}
