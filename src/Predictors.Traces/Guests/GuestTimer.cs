namespace Predictors.Traces;

/// <summary>How a guest programs its local timer.</summary>
internal static class GuestTimer
{
    private const long TscDeadline = 0x6e0;
    private const long InitialCount = 0x838;

    /// <summary>Whether a write to a model-specific register does.</summary>
    public static bool IsWrite(long register) => register is TscDeadline or InitialCount;
}
