public import ArgumentParser
public import Offprint

extension ImagePolicy: ExpressibleByArgument {}
extension DumpStage: ExpressibleByArgument {}
