using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>An idle segment that is not finished, and the evidence of what ended it. Times are in ns, -1 where not seen.</summary>
internal struct PendingSegment
{
    public const long NotSeen = IdleEntry.UnknownNs;

    public long EntryNs;
    public long ExitNs;

    /// <summary>Since when no task ran here, in ns: a waker's stamp from then on can belong to this segment.</summary>
    public long IdleSinceNs;

    public long NextTimerNs;
    public long RecordedWindowNs;
    public int TimerWrites;
    public int State;
    public bool AfterGap;

    /// <summary>The state is known to poll.</summary>
    public bool Polled;

    /// <summary>The first interrupt inside, or without one the first after the exit.</summary>
    public long InterruptNs;
    public WakeCause InterruptCause;
    public bool InterruptAfterExit;

    /// <summary>The interrupt is an IPI of which the next event tells the kind.</summary>
    public bool KindFollows;

    /// <summary>Another interrupt followed the first.</summary>
    public bool Several;

    /// <summary>Who sent the IPI that woke this CPU, and when.</summary>
    public Waker Sender;

    /// <summary>The instant for which the timer of this interrupt was programmed.</summary>
    public long ExpiryNs;

    /// <summary>The first event that an interrupt handler wrote inside while no interrupt was seen to begin.</summary>
    public long SignNs;

    /// <summary>An interrupt woke a task of this CPU: what comes later is not the source.</summary>
    public bool OwnWake;

    /// <summary>Who woke this CPU by a store alone.</summary>
    public Waker Store;

    /// <summary>The first wake-up, on another CPU, of a task for this CPU.</summary>
    public Waker Wakeup;

    /// <summary>The task that ran next; 0 where none did or it is not known.</summary>
    public int RunnerPid;

    /// <summary>The wake-up of the task that ran next.</summary>
    public Waker Runner;

    public PendingSegment(long entryNs)
    {
        EntryNs = entryNs;
        ExitNs = InterruptNs = ExpiryNs = SignNs = NotSeen;
        NextTimerNs = RecordedWindowNs = IdleEntry.UnknownNs;
        State = -1;
        Sender = Store = Wakeup = Runner = Waker.None;
    }

    public readonly bool Interrupted => InterruptNs != NotSeen;

    /// <summary>Whether anything is known of what ended it.</summary>
    public readonly bool HasEvidence => Interrupted || SignNs != NotSeen || Store.Known || Wakeup.Known || Runner.Known;

    /// <summary>Notes an interrupt; only the first counts, unless it left a poll undisturbed.</summary>
    public void SeeInterrupt(in KernelEvent entry, WakeCause cause, Waker sender, bool afterExit, bool wakingsRecorded)
    {
        bool disturbed = OwnWake || !(Polled && wakingsRecorded);
        if (disturbed && (Interrupted || SignNs != NotSeen && OwnWake))
        {
            Several = true;
            return;
        }

        InterruptNs = entry.TimeNs;
        InterruptCause = cause;
        InterruptAfterExit = afterExit;
        KindFollows = entry.Kind == KernelEventKind.IrqHandlerEntry && cause == WakeCause.OtherIpi;
        Sender = sender;
        ExpiryNs = NotSeen;
        Several = false;
    }

    /// <summary>Notes an event that only an interrupt handler can have written.</summary>
    public void SeeHandler(long timeNs)
    {
        if (!Interrupted && SignNs == NotSeen)
        {
            SignNs = timeNs;
        }
    }
}
