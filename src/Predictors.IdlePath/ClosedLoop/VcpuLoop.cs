using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>One vCPU of a closed loop.</summary>
internal sealed class VcpuLoop<TPredictor, TPath>(TPredictor predictor, TPath path, int number)
    where TPredictor : struct, IIdlePredictor
    where TPath : struct, IVcpuPath<TPath>
{
    public TPredictor Predictor = predictor;
    public TPath Path = path;
    public LoopAccounts Accounts;

    /// <summary>The vCPU's number.</summary>
    public int Number => number;

    /// <summary>Whether it waits for a wake-up; it works, or is at its end, where it does not.</summary>
    public bool IsIdle;

    /// <summary>When it went idle, in ns.</summary>
    public long EntryNs;

    /// <summary>What the predictor was told then.</summary>
    public IdleEntry Entry;

    /// <summary>The predictor's window, in ns.</summary>
    public long WindowNs;

    /// <summary>When the last idle period ended for the kernel, in ns, or unknown.</summary>
    public long IdleExitNs = IdleEntry.UnknownNs;

    /// <summary>The stretch that is worked on; -1 at the end.</summary>
    public int Stretch = -1;

    /// <summary>Whether a task runs: what arrives meanwhile needs no idle path.</summary>
    public bool TaskRuns;

    /// <summary>The next point of the stretch.</summary>
    public int Point;

    /// <summary>When the interrupt that woke it was handled, in ns.</summary>
    public long HandledNs;

    /// <summary>When the stretch's work began, in ns, later by every IPI that it has sent.</summary>
    public long WorkBeganNs;

    /// <summary>IPIs that it has sent and that its work does not show yet, in ns.</summary>
    public long OwedIpiNs;

    /// <summary>When its last work ended, in ns.</summary>
    public long EndedNs;

    /// <summary>Wake-ups that have not been served.</summary>
    public int Unserved;

    /// <summary>The wake-ups that arrived while it worked: the first, and the last, of a list in <c>next</c>; -1 where there is none.</summary>
    public int FirstWaiting = -1;
    public int LastWaiting = -1;

    /// <summary>What its path had booked before the last idle period.</summary>
    public CostBlock Booked;

    public void Enqueue(int stretch, int[] next)
    {
        next[stretch] = -1;
        if (FirstWaiting < 0)
        {
            FirstWaiting = stretch;
        }
        else
        {
            next[LastWaiting] = stretch;
        }

        LastWaiting = stretch;
    }

    public int Dequeue(int[] next)
    {
        int stretch = FirstWaiting;
        FirstWaiting = next[stretch];
        return stretch;
    }
}
