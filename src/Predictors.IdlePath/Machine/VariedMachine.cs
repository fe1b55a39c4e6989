namespace Predictors.IdlePath;

/// <summary>Wake-ups of one kind may differ: by luck, by the time asleep, by what else the host does, by a timer's deadline.</summary>
internal readonly struct VariedMachine : IMachineKind
{
    public static bool Varies => true;
}
