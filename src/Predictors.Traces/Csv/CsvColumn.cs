namespace Predictors.Traces.Csv;

/// <summary>The columns of a CSV trace; README.md in this folder describes them.</summary>
internal enum CsvColumn
{
    Vcpu,
    EnterNs,
    ExitNs,
    ArrivalNs,
    ArrivalBasis,
    Cause,
    WakerVcpu,
    WakerNs,
    NextTimerNs,
    TaskRan,
    TimerWrites,
    State,
    WindowNs,
    AfterGap,
    TimerKind,
    ArmedVcpu,
    ArmedNs,
    TimerLengthNs,
}
