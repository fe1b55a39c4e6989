namespace Predictors.IdlePath;

/// <summary>All wake-ups of one kind cost the same.</summary>
internal readonly struct ConstantMachine : IMachineKind
{
    public static bool Varies => false;
}
