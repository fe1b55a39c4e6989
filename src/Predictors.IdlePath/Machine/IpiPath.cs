namespace Predictors.IdlePath;

/// <summary>How an IPI gets from one vCPU to another that has halted.</summary>
public enum IpiPath
{
    /// <summary>The sender exits (the profile's <c>ipiSend</c>).</summary>
    Exit,

    /// <summary>The sender exits, and the host posts the interrupt on its fast path (<c>ipiPosted</c>).</summary>
    Posted,

    /// <summary>IPI virtualization: the sender does not exit (<c>ipiVirtualized</c> until it is there, <c>ipiVirtualizedSend</c> on the waker's side).</summary>
    Virtualized,
}
