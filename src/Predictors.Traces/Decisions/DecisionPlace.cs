namespace Predictors.Traces;

/// <summary>Whose poll rule decided.</summary>
public enum DecisionPlace : byte
{
    /// <summary>The guest kernel's, before it halts.</summary>
    Guest,

    /// <summary>The host kernel's, after the guest halted.</summary>
    Host,
}
